/** How far a round has come, and which place is next. Pure. */
import type { Route } from '@/ground/places/types'
import type { Round } from '@/domains/patrols/types'

/** A visit of whoever made it, as far as a round's picture needs it. */
export interface Seen {
  visitId: string
  placeId: string
  roundId: string
  at: Date
  abnormal: number
  byId: string
  byName: string
}

/** How a place stands in a round; `next` is where to go now, `na` was skipped with a reason. */
export type Stop = 'normal' | 'abnormal' | 'late' | 'doing' | 'next' | 'todo' | 'na'

/** now: its window is open; late: over, but can still be walked; soon: not begun; over: too late; done: walked. */
export type Stage = 'now' | 'late' | 'soon' | 'over' | 'done'

export interface Progress {
  round: Round
  route: Route
  stage: Stage
  stops: { placeId: string; state: Stop; visit: Seen | null }[]
  done: number
  /** Places still to visit. */
  left: number
  abnormal: number
  /** The place to go to now: behind the last one visited, in walking order; null when all are visited. */
  next: string | null
}

function stageOf(round: Round, whole: boolean, now: Date, lateMinutes: number): Stage {
  if (whole) return 'done'
  if (now < round.start) return 'soon'
  if (now <= round.end) return 'now'
  return now.getTime() <= round.end.getTime() + lateMinutes * 60_000 ? 'late' : 'over'
}

function stateOf(visit: Seen, round: Round): Stop {
  if (visit.abnormal > 0) return 'abnormal'
  return visit.at > round.end ? 'late' : 'normal'
}

/** The first place not visited behind the one visited last, else the first not visited at all. */
function nextOf(
  placeIds: readonly string[],
  visits: ReadonlyMap<string, Seen>,
  skipped: ReadonlySet<string>,
): string | null {
  const latest = [...visits.values()].reduce<Seen | null>(
    (last, one) => (last && last.at > one.at ? last : one),
    null,
  )
  const from = latest === null ? 0 : placeIds.indexOf(latest.placeId) + 1
  const onwards = [...placeIds.slice(from), ...placeIds.slice(0, from)]
  return onwards.find((id) => !visits.has(id) && !skipped.has(id)) ?? null
}

/** The first visit of each place counts; what is found later at the same place is still shown as abnormal. */
function byPlace(seen: readonly Seen[], round: Round): Map<string, Seen> {
  const visits = new Map<string, Seen>()
  for (const visit of seen.filter(({ roundId }) => roundId === round.id)) {
    const before = visits.get(visit.placeId)
    if (!before) visits.set(visit.placeId, visit)
    else visits.set(visit.placeId, { ...before, abnormal: before.abnormal + visit.abnormal })
  }
  return visits
}

/**
 * Answer how a round has come along.
 *
 * seen     visits of anybody, oldest first
 * doing    places whose sheet is half-filled here
 * skipped  places left out with a reason; a visit counts all the same
 */
export function progressOf(
  round: Round,
  route: Route,
  seen: readonly Seen[],
  doing: ReadonlySet<string>,
  now: Date,
  lateMinutes: number,
  skipped: ReadonlySet<string> = new Set(),
): Progress {
  const visits = byPlace(seen, round)
  const next = nextOf(route.placeIds, visits, skipped)
  const stops = route.placeIds.map((placeId) => {
    const visit = visits.get(placeId) ?? null
    const begun: Stop = doing.has(placeId) ? 'doing' : skipped.has(placeId) ? 'na' : 'todo'
    const open = placeId === next ? 'next' : begun
    return { placeId, visit, state: visit ? stateOf(visit, round) : open }
  })
  const left = stops.filter(({ visit, placeId }) => !visit && !skipped.has(placeId)).length
  const done = stops.filter(({ visit }) => visit !== null).length
  return {
    round,
    route,
    stage: stageOf(round, left === 0, now, lateMinutes),
    stops,
    done,
    left,
    abnormal: stops.filter(({ state }) => state === 'abnormal').length,
    next,
  }
}

const URGENCY: Record<Stage, number> = { now: 0, late: 1, soon: 2, over: 3, done: 4 }

/** Answer the rounds in the order they ask for a person: under way, still late, to come, too late, done. */
export function byUrgency(rounds: readonly Progress[]): Progress[] {
  return [...rounds].sort(
    (a, b) =>
      URGENCY[a.stage] - URGENCY[b.stage] ||
      Number(b.done > 0) - Number(a.done > 0) ||
      a.round.end.getTime() - b.round.end.getTime() ||
      a.route.name.localeCompare(b.route.name, 'zh'),
  )
}
