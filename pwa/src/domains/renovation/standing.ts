/** How a renovation stands today: what the server stores, and what follows from the calendar. Pure; twin of the server's. */
import { dayAfter, dayOf, type Day } from '@/ground/calendar/rules'
import type { Notice, NoticeState, Renovation, State, WorkRequest } from './types'

/** The estate's moment: now, its day, its zone. */
export interface Today {
  now: Date
  day: Day
  zone: string
}

/** Answer the state as people see it: the observation ends by itself (transition 21, REN-R14). */
export function stateOf(
  { state, recheckOn }: Pick<Renovation, 'state' | 'recheckOn'>,
  day: Day,
): State {
  return state === 'observation' && recheckOn !== null && day >= recheckOn ? 'recheck_due' : state
}

/** Say whether work goes on past the permit (transition 15, acceptance 8). */
export function isOverdue(
  { state, permitUntil }: Pick<Renovation, 'state' | 'permitUntil'>,
  day: Day,
): boolean {
  const works = state === 'permitted' || state === 'in_progress'
  return works && permitUntil !== null && day > permitUntil
}

/** Answer the newest day on which a site was visited as often as the estate asks; `days`: one a visit. */
export function lastSeen(
  { lastVisitedOn }: Pick<Renovation, 'lastVisitedOn'>,
  days: readonly Day[],
  perDay: number,
): Day | null {
  const often = days.filter((day) => days.filter((one) => one === day).length >= perDay)
  return [lastVisitedOn ?? '', ...often].sort().at(-1) || null
}

/** Say whether nobody saw a running site yesterday or today (REN-R18). */
export function isUnvisited(one: Renovation, { day, zone }: Today): boolean {
  if (one.state !== 'in_progress' || one.startedAt === null) return false
  if (dayOf(new Date(one.startedAt), zone) >= day) return false
  return one.lastVisitedOn === null || one.lastVisitedOn < dayAfter(day, -1)
}

/** Say whether a site is red on the board: not visited, or overdue. */
export function isRed(one: Renovation, today: Today): boolean {
  return isUnvisited(one, today) || isOverdue(one, today.day)
}

/** Answer which day of its permit it is, from 1, and of how many; null before the permit. */
export function dayOfWork(
  { permitFrom, permitUntil }: Pick<Renovation, 'permitFrom' | 'permitUntil'>,
  day: Day,
): { n: number; of: number } | null {
  if (permitFrom === null || permitUntil === null) return null
  return { n: daysFrom(permitFrom, day), of: daysFrom(permitFrom, permitUntil) }
}

function daysFrom(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
}

/** Answer the state of a notice as people see it: past its day it is overdue. */
export function noticeStateOf(
  { state, dueOn }: Pick<Notice, 'state' | 'dueOn'>,
  day: Day,
): NoticeState | 'overdue' {
  return state === 'issued' && day > dueOn ? 'overdue' : state
}

/** Answer the notices that are not verified yet. */
export function openNotices({ notices }: Pick<Renovation, 'notices'>): Notice[] {
  return notices.filter(({ state }) => state !== 'verified')
}

/** Answer the passes that nobody accounted for: neither returned nor lost with a note; revoked ones too (REN-R17). */
export function passesOut({ passes }: Pick<Renovation, 'passes'>): Renovation['passes'] {
  return passes.filter(({ state }) => state === 'issued' || state === 'revoked')
}

/** Answer the overnight stays that hold in the night of `day`. */
export function overnightOn({ requests }: Pick<Renovation, 'requests'>, day: Day): WorkRequest[] {
  return requests.filter(({ kind, state, said }) => {
    const { fromOn, untilOn } = said as { fromOn?: Day; untilOn?: Day }
    const holds = (fromOn ?? '~') <= day && day <= (untilOn ?? '')
    return kind === 'overnight' && state === 'approved' && holds
  })
}

/** Answer how many persons may stay in the night of `day`. */
export function personsAllowed(one: Pick<Renovation, 'requests'>, day: Day): number {
  return overnightOn(one, day).reduce(
    (sum, { said }) => sum + (said.persons as unknown[]).length,
    0,
  )
}

function hotWorkNow({ requests }: Pick<Renovation, 'requests'>, now: Date): boolean {
  return requests.some(({ kind, state, said }) => {
    const { fromAt = '', untilAt = '' } = said as { fromAt?: string; untilAt?: string }
    const within = Date.parse(fromAt) <= now.getTime() && now.getTime() <= Date.parse(untilAt)
    return kind === 'hot_work' && state === 'approved' && within
  })
}

export const FLAGS = ['overdue', 'unvisited', 'has_open_notice', 'overnight', 'hot_work'] as const
export type Flag = (typeof FLAGS)[number]

/** Answer what besides its state must be known of a site, the most pressing first. */
export function flagsOf(one: Renovation, today: Today): Flag[] {
  const holds: Record<Flag, boolean> = {
    overdue: isOverdue(one, today.day),
    unvisited: isUnvisited(one, today),
    has_open_notice: openNotices(one).length > 0,
    overnight: one.state === 'in_progress' && overnightOn(one, today.day).length > 0,
    hot_work: one.state === 'in_progress' && hotWorkNow(one, today.now),
  }
  return FLAGS.filter((flag) => holds[flag])
}
