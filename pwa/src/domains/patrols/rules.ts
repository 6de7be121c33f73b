/** Rules of a patrol, free of store and screen: read this file to know what the house does. Twin of the server's. */
import { computedId } from '@/core/ids'
import { type Day, dayAfter, isWorkingDay, momentAt } from '@/ground/calendar/rules'
import { isBareNormal, isWritten, normalised } from '@/ground/checklists/rules'
import type { EstateSettings } from '@/ground/estates/types'
import type {
  Answer,
  PlaceState,
  Plan,
  PlanWindow,
  Round,
  RoundKey,
  VisitBody,
} from '@/domains/patrols/types'

const MINUTE = 60_000

/** Plans are pulled this far ahead; a phone that pulled earlier cannot hold the round. */
const PULLED_AHEAD = 14 * 24 * 60 * MINUTE

/** Answer the id of a round, the same on phone and server. */
export function roundIdOf(estate: string, { routeId, date, number }: RoundKey): string {
  return computedId(estate, routeId, date, number)
}

/** Answer the page key of visits that belong to no round. */
export function extraIdOf(estate: string, by: string, date: Day): string {
  return computedId(estate, by, date, 'extra')
}

interface Timetable {
  windows: PlanWindow[]
  onWorkingDay: number
  onRestDay: number
}

/** Answer which of a route's plans holds on `date`: the newest already valid, or null. */
export function planOn(date: Day, plans: readonly Plan[]): Plan | null {
  return plans
    .filter(({ validFrom }) => validFrom <= date)
    .reduce<Plan | null>(
      (newest, one) => (newest && newest.validFrom > one.validFrom ? newest : one),
      null,
    )
}

/** The plan of the day; the estate's settings stand in for what it leaves open. */
function timetableOn(date: Day, plans: readonly Plan[], settings: EstateSettings): Timetable {
  const plan = planOn(date, plans)
  const windows = settings.patrol_windows.map(([start, end], i) => ({ number: i + 1, start, end }))
  return {
    windows: plan && plan.ownWindows !== false ? plan.windows : windows,
    onWorkingDay: plan?.roundsOnWorkingDay ?? settings.rounds_on_working_day,
    onRestDay: plan?.roundsOnRestDay ?? settings.rounds_on_rest_day,
  }
}

/** The estate whose rounds are asked for. */
export interface EstateRules {
  id: string
  timezone: string
  settings: EstateSettings
}

/**
 * Answer the rounds of a route on `date`, in the order of their numbers.
 *
 * plans  those of this route. A window past midnight belongs to the day on which it starts.
 */
export function roundsOn(
  date: Day,
  routeId: string,
  plans: readonly Plan[],
  estate: EstateRules,
): Round[] {
  const { timezone, settings } = estate
  const calendar = { holidays: settings.holidays, makeUpDays: settings.make_up_days }
  const { windows, onWorkingDay, onRestDay } = timetableOn(date, plans, settings)
  return [...windows]
    .sort((a, b) => a.number - b.number)
    .slice(0, isWorkingDay(date, calendar) ? onWorkingDay : onRestDay)
    .map(({ number, start, end }) => ({
      routeId,
      date,
      number,
      id: roundIdOf(estate.id, { routeId, date, number }),
      start: momentAt(date, start, timezone),
      end: momentAt(end > start ? date : dayAfter(date, 1), end, timezone),
    }))
}

/** Answer the round that a scan at `moment` belongs to: one under way, else one that can still be walked late. */
export function roundAt(
  moment: Date,
  rounds: readonly Round[],
  lateMinutes: number,
): Round | undefined {
  const until = (round: Round) => round.end.getTime() + lateMinutes * MINUTE
  const open = rounds.find((round) => round.start <= moment && moment <= round.end)
  return open ?? rounds.findLast((round) => round.end < moment && moment.getTime() <= until(round))
}

/** A round as its places are judged by it. */
export interface RoundTimes {
  start: Date
  end: Date
  lateMinutes: number
  graceHours: number
}

/** A visit as a place is judged by it; `skipped`: nothing could be checked. */
export interface JudgedVisit {
  correctedAt: Date
  skipped: boolean
}

/** A phone that may hold visits: when it pulled last, until when everything it made is here, whether written off. */
export interface JudgedDevice {
  pulledAt: Date | null
  completeAt: Date | null
  gone: boolean
}

const lastLateMoment = ({ end, lateMinutes }: RoundTimes) => end.getTime() + lateMinutes * MINUTE

function visitedState(visits: readonly JudgedVisit[], round: RoundTimes): PlaceState {
  const first = Math.min(...visits.map(({ correctedAt }) => correctedAt.getTime()))
  if (first <= round.end.getTime()) return 'done'
  return first <= lastLateMoment(round) ? 'late' : 'made_up'
}

function mayHoldIt(device: JudgedDevice, round: RoundTimes): boolean {
  if (device.gone || device.pulledAt === null) return false
  if (device.pulledAt.getTime() < round.start.getTime() - PULLED_AHEAD) return false
  return device.completeAt === null || device.completeAt.getTime() <= lastLateMoment(round)
}

/**
 * Answer the state of a place in a round at `now` (`protocol.md` 8); of several visits the best counts.
 *
 * excusedAt  when somebody gave the reason why it is left out; given too late, the place is missed all the same
 */
export function placeState(
  round: RoundTimes,
  visits: readonly JudgedVisit[],
  devices: readonly JudgedDevice[],
  now: Date,
  excusedAt: Date | null = null,
): PlaceState {
  const checked = visits.filter(({ skipped }) => !skipped)
  if (checked.length > 0) return visitedState(checked, round)
  if (visits.length > 0) return 'skipped'
  if (excusedAt && excusedAt.getTime() <= lastLateMoment(round)) return 'skipped'
  if (now.getTime() <= lastLateMoment(round)) return 'due'
  const waitsUntil = round.end.getTime() + round.graceHours * 60 * MINUTE
  const silent = devices.some((device) => mayHoldIt(device, round))
  return silent && now.getTime() < waitsUntil ? 'not_arrived' : 'missed'
}

/** What a visit is judged against. */
export interface VisitSetting {
  place: { type: string } | null
  /** Where the scanned label belongs; null when none was scanned. */
  label: 'here' | 'elsewhere' | 'unknown' | 'revoked' | null
  template: { type: string; items: readonly { id: string }[] } | null
  previousScannedAt: Date | null
  settings: Pick<EstateSettings, 'bare_normal_words' | 'min_observation_chars' | 'too_fast_seconds'>
}

/** PAT-R01: every item its own result, once; nothing that is not on the checklist. */
function itemRemarks(answers: readonly Answer[], items: readonly { id: string }[]): string[] {
  const wanted = new Set(items.map(({ id }) => id))
  const given = new Set(answers.map(({ item }) => item))
  const remarks: string[] = []
  if ([...wanted].some((id) => !given.has(id))) remarks.push('patrols.items_missing')
  if (given.size < answers.length) remarks.push('patrols.item_repeated')
  if ([...given].some((id) => !wanted.has(id))) remarks.push('patrols.unknown_item')
  return remarks
}

function answerRemark({ result, note, reason, findingId }: Answer): string | null {
  if (result === 'normal') return null
  if (result !== 'abnormal') return isWritten(reason) ? null : 'patrols.reason_missing'
  return isWritten(note) && findingId !== null ? null : 'patrols.abnormal_incomplete'
}

/** PAT-R03: a factual phrase, a text long enough, or a short one with a photo. */
export function saysSomething(
  visit: Pick<VisitBody, 'answers' | 'observation' | 'photos'>,
  settings: Pick<EstateSettings, 'bare_normal_words' | 'min_observation_chars'>,
): boolean {
  const { answers, observation, photos } = visit
  if (answers.some(({ result, note }) => result === 'normal' || isWritten(note))) return true
  // Only 正常 is refused as such, not as too short.
  if (isBareNormal(observation, settings.bare_normal_words)) return true
  const wanted = photos.length > 0 ? 1 : settings.min_observation_chars
  return [...normalised(observation)].length >= wanted
}

function textRemarks(visit: VisitBody, settings: VisitSetting['settings']): string[] {
  const written = visit.answers.flatMap(({ note, reason }) => [note ?? '', reason ?? ''])
  const bare = [visit.observation, ...written].some((text) =>
    isBareNormal(text, settings.bare_normal_words),
  )
  const remarks = visit.answers.map(answerRemark).filter((remark) => remark !== null)
  if (bare) remarks.push('patrols.bare_normal')
  if (!saysSomething(visit, settings)) remarks.push('patrols.observation_missing')
  return remarks
}

/** PAT-R12: how the place was named. Who opened a label's address had no choice to explain. */
function scanRemarks({ scan, label }: VisitBody, found: VisitSetting['label']): string[] {
  const remarks: string[] = []
  const chosen = scan.method === 'typed' || scan.method === 'listed'
  if (chosen && !isWritten(scan.reason)) remarks.push('patrols.manual_without_reason')
  if (label === null && scan.method !== 'listed') remarks.push('patrols.label_unknown')
  if (found !== null && found !== 'here') remarks.push(`patrols.label_${found}`)
  return remarks
}

/** PAT-R13: scan times rise, and not faster than one can walk. */
function paceRemark(scannedAt: Date, previous: Date | null, seconds: number): string[] {
  if (previous === null) return []
  const since = scannedAt.getTime() - previous.getTime()
  if (since < 0) return ['patrols.scan_order']
  return since < seconds * 1000 ? ['patrols.too_fast'] : []
}

function checklistRemarks({ checklist, answers }: VisitBody, setting: VisitSetting): string[] {
  const { place, template } = setting
  const remarks =
    template === null ? ['patrols.unknown_checklist'] : itemRemarks(answers, template.items)
  if (place === null) remarks.push('patrols.unknown_place')
  else if (place.type !== checklist.type) remarks.push('patrols.foreign_checklist')
  return remarks
}

/** Answer the codes of the rules that a visit breaks, each once, sorted. The visit is kept all the same. */
export function visitRemarks(visit: VisitBody, setting: VisitSetting): string[] {
  const { previousScannedAt, settings } = setting
  const remarks = [
    ...checklistRemarks(visit, setting),
    ...textRemarks(visit, settings),
    ...scanRemarks(visit, setting.label),
    ...paceRemark(new Date(visit.scannedAt), previousScannedAt, settings.too_fast_seconds),
  ]
  return [...new Set(remarks)].sort()
}
