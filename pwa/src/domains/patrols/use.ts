/** Today's work of the person signed in, kept up to date with the phone's store. */
import { onScopeDispose, computed, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { useLive, useLiveOf } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { newestFor } from '@/ground/checklists/rules'
import type { Place, Route } from '@/ground/places/types'
import { byUrgency, progressOf, type Progress, type Seen } from '@/domains/patrols/progress'
import {
  asking,
  type Ground,
  readGround,
  readPulledAt,
  readTemplates,
  readVisitsOf,
} from '@/domains/patrols/repo'
import { roundsOn } from '@/domains/patrols/rules'
import type { Draft, OwnVisit, Round } from '@/domains/patrols/types'
import { handedTo, isGivenTo } from '@/domains/patrols/walkers'

/** Answer the time as the server would tell it, again every half minute. */
export function useNow(everyMs = 30_000): Ref<Date> {
  const now = shallowRef(corrected())
  const timer = setInterval(() => (now.value = corrected()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** Answer what the phone holds for the person: undefined while it is read, null before the first pull. */
export function useGround(): Ref<Ground | null | undefined> {
  const who = asking()
  return useLive<Ground | null | undefined>(
    async () => (who ? readGround(who.estate, who.by) : null),
    undefined,
  )
}

/** Visits of everybody, own ones also before they were sent, oldest first. */
export function seenIn({ visits, ownVisits }: Pick<Ground, 'visits' | 'ownVisits'>): Seen[] {
  const own = new Map(ownVisits.map((visit) => [visit.id, ownSeen(visit)]))
  const others = visits
    .filter(({ id }) => !own.has(id))
    .map((visit) => ({ ...visit, visitId: visit.id, at: new Date(visit.correctedAt) }))
  return [...own.values(), ...others].sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Answer the visits at a place of all days this phone holds, oldest first; undefined while they are read. */
export function useSeenAt(placeId: Ref<string | null | undefined>): Ref<Seen[] | undefined> {
  return useLiveOf(placeId, async (id) =>
    seenIn(await readVisitsOf({ placeId: id }, asking()?.by ?? '')),
  )
}

function ownSeen(visit: OwnVisit): Seen {
  return {
    visitId: visit.id,
    placeId: visit.placeId,
    roundId: visit.roundId,
    at: corrected(new Date(visit.scannedAt)),
    abnormal: visit.answers.filter(({ result }) => result === 'abnormal').length,
    byId: visit.by,
    byName: '',
  }
}

/** Answer the routes whose rounds of a day are the person's; all of them for somebody who has none. */
export function routesOf({ routes, plans }: Ground, by: string, day: string): Route[] {
  const active = routes.filter((route) => route.active && route.placeIds.length > 0)
  const own = active.filter((route) => isGivenTo(by, route, plans, day))
  return own.length > 0 ? own : active
}

/** Answer the rounds that the person has on `day`: of the own routes, and those that were handed over. */
function roundsOfDay(ground: Ground, by: string, day: string): Round[] {
  const own = routesOf(ground, by, day)
  return ground.routes.flatMap((route) => {
    const plans = ground.plans.filter(({ routeId }) => routeId === route.id)
    const rounds = roundsOn(day, route.id, plans, ground.estate)
    return rounds.filter(
      ({ id }) => (handedTo(actsOn(ground.pages, id)) ?? (own.includes(route) ? by : '')) === by,
    )
  })
}

const actsOn = (pages: Ground['pages'], id: string) =>
  pages.find((page) => page.id === id)?.acts ?? []

/** The places that somebody left out of a round; what is void says nothing any more. */
function skippedOn(pages: Ground['pages'], id: string): Set<string> {
  const acts = actsOn(pages, id)
  if (acts.some(({ act }) => act === 'void')) return new Set()
  const skips = acts.filter(({ act }) => act === 'skip')
  return new Set(skips.flatMap(({ detail }) => detail.places ?? []).map(({ placeId }) => placeId))
}

/** Answer the rounds of a day with how far each has come; a night round of the day before counts while it lasts. */
export function roundsToday(ground: Ground, by: string, now: Date): Progress[] {
  const { estate, routes, drafts } = ground
  const today = dayOf(now, estate.timezone)
  const night = roundsOfDay(ground, by, dayAfter(today, -1)).filter(({ end }) => now <= end)
  const seen = seenIn(ground)
  const doing = new Set(drafts.map(({ placeId }) => placeId))
  const late = estate.settings.late_minutes
  const progress = [...night, ...roundsOfDay(ground, by, today)].flatMap((round) => {
    const route = routes.find(({ id }) => id === round.routeId)
    if (!route) return []
    const over = now.getTime() > round.end.getTime() + late * 60_000
    const placeIds = ground.placesOf?.(route, round, over) ?? route.placeIds
    if (placeIds.length === 0) return []
    const asked = { ...route, placeIds }
    return [progressOf(round, asked, seen, doing, now, late, skippedOn(ground.pages, round.id))]
  })
  return byUrgency(progress)
}

/** A half-filled sheet as today's page shows it. */
export interface OpenSheet {
  draft: Draft
  place: Place | undefined
  answered: number
}

/** A visit of one's own as a list shows it. */
export interface OwnLine {
  visit: OwnVisit
  place: Place | undefined
  abnormal: number
  /** Once the server gave it. */
  serial: string | null
}

/** Own visits of the day, newest first. */
function ownLines({ ownVisits, visits, places }: Ground, by: string, today: string): OwnLine[] {
  const serials = new Map(visits.map(({ id, serial }) => [id, serial]))
  return ownVisits
    .filter((visit) => visit.day === today && visit.by === by)
    .sort((a, b) => (a.scannedAt < b.scannedAt ? 1 : -1))
    .map((visit) => ({
      visit,
      place: places.get(visit.placeId),
      abnormal: visit.answers.filter(({ result }) => result === 'abnormal').length,
      serial: serials.get(visit.id) ?? null,
    }))
}

/** The first round to come after today, for when there is nothing left to do. */
function firstAfter(ground: Ground, by: string, today: string): Round | undefined {
  const days = [1, 2, 3, 4].map((count) => dayAfter(today, count))
  return days
    .map((day) => roundsOfDay(ground, by, day))
    .find((rounds) => rounds.length > 0)
    ?.reduce((first, one) => (one.start < first.start ? one : first))
}

/** Answer everything today's page shows. */
export function useToday() {
  const by = asking()?.by ?? ''
  const now = useNow()
  const ground = useGround()
  const readAt = useLive(readPulledAt, '')
  /** There is nothing here yet, but the first pull is on its way. */
  const arriving = computed(() => ground.value === null && syncState.running)
  const today = computed(() => (ground.value ? dayOf(now.value, ground.value.estate.timezone) : ''))
  const rounds = computed(() => (ground.value ? roundsToday(ground.value, by, now.value) : []))
  const current = computed(() =>
    rounds.value.find(({ stage }) => stage !== 'done' && stage !== 'over'),
  )
  const others = computed(() => rounds.value.filter((one) => one !== current.value))
  const tomorrow = computed(() => ground.value && firstAfter(ground.value, by, today.value))
  const sheets = computed<OpenSheet[]>(() =>
    (ground.value?.drafts ?? []).map((draft) => ({
      draft,
      place: ground.value?.places.get(draft.placeId),
      answered: Object.keys(draft.answers).length,
    })),
  )
  const ownToday = computed(() => (ground.value ? ownLines(ground.value, by, today.value) : []))
  return { now, ground, arriving, readAt, rounds, current, others, tomorrow, sheets, ownToday }
}

/** Answer what one should know of the next place: the visit before, and how many items it asks for. */
export function useNextVisit(
  ground: Ref<Ground | null | undefined>,
  current: Ref<Progress | undefined>,
) {
  const next = computed(() => current.value?.next ?? null)
  const seen = useSeenAt(next)
  /** Null when there was none; undefined while it is looked for. */
  const last = computed(() => seen.value && (seen.value.at(-1) ?? null))
  const templates = useLive(readTemplates, [])
  const items = computed(() => {
    const type = ground.value?.places.get(next.value ?? '')?.type
    return type ? (newestFor(type, templates.value)?.items.length ?? 0) : 0
  })
  return { last, items }
}
