/**
 * Which places a round asks for: one that is due once a day or once a week drops out of it once it was seen.
 * Twin of the server's `rules/turns.py`; pure.
 */
import { type Day, dayAfter } from '@/ground/calendar/rules'
import type { Frequency } from '@/ground/places/types'
import { type EstateRules, roundsOn } from '@/domains/patrols/rules'
import type { OwnVisit, PlacesOf, Plan, RoundKey, VisitSummary } from '@/domains/patrols/types'

/** may: a later round of the same day or week can still do it; not: it was seen on an earlier one. */
export type Asked = 'must' | 'may' | 'not'

export type Turn = Pick<RoundKey, 'date' | 'number'>

const isBefore = (a: Turn, b: Turn) => a.date < b.date || (a.date === b.date && a.number < b.number)

/** The day itself, or the Monday of its week. */
function periodOf(frequency: Frequency, date: Day): Day {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return frequency === 'weekly' ? dayAfter(date, -((weekday + 6) % 7)) : date
}

/**
 * Say what the round `turn` asks of a place.
 *
 * seen  the rounds of the same route on which the place was checked
 * next  the round that comes next on the route
 */
export function asked(
  frequency: Frequency,
  turn: Turn,
  seen: readonly Turn[],
  next: Turn | undefined,
): Asked {
  if (frequency === 'every_round') return 'must'
  const same = ({ date }: Turn) => periodOf(frequency, date) === periodOf(frequency, turn.date)
  if (seen.some((one) => isBefore(one, turn) && same(one))) return 'not'
  return next && same(next) ? 'may' : 'must'
}

/** Answer the round after `turn` within seven days; `on` answers the rounds of the route on a day, by number. */
export function following(turn: Turn, on: (day: Day) => readonly Turn[]): Turn | undefined {
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => dayAfter(turn.date, ahead))
  return days.flatMap(on).find((one) => isBefore(turn, one))
}

interface Known {
  estate: EstateRules
  plans: readonly Plan[]
  visits: readonly VisitSummary[]
  ownVisits: readonly OwnVisit[]
}

/** A visit of a place on a round of its route. */
interface Seen {
  turn: Turn
  checked: boolean
}

/** Answer every visit of a place on the rounds of a route, by anybody. */
function seenOn({ visits, ownVisits }: Known, routeId: string, placeId: string): Seen[] {
  const told = visits.map(({ routeId, date, number, placeId, state }) => ({
    round: number === null ? null : { routeId, date, number },
    placeId,
    checked: state !== 'skipped',
  }))
  const own = ownVisits.map(({ round, placeId, answers }) => ({
    round,
    placeId,
    checked: !answers.every(({ result }) => result === 'not_checked'),
  }))
  return [...told, ...own].flatMap(({ round, checked, ...one }) =>
    round?.routeId === routeId && one.placeId === placeId ? [{ turn: round, checked }] : [],
  )
}

/** Answer the places of a route that stand on one of its rounds: those visited, and those that it asks for. */
export function placesIn(known: Known): PlacesOf {
  return (route, round, over) => {
    const { id, frequencies = {}, placeIds } = route
    const plans = known.plans.filter(({ routeId }) => routeId === id)
    const next = following(round, (day) => roundsOn(day, id, plans, known.estate))
    return placeIds.filter((placeId) => {
      const frequency = frequencies[placeId]
      if (frequency === undefined) return true
      const seen = seenOn(known, id, placeId)
      if (seen.some(({ turn }) => turn.date === round.date && turn.number === round.number))
        return true
      const turns = seen.filter(({ checked }) => checked).map(({ turn }) => turn)
      const asks = asked(frequency, round, turns, next)
      return asks === 'must' || (asks === 'may' && !over)
    })
  }
}
