/** From a scanned code to the job at that place, or to the reason why there is none. Pure. */
import { BLANK, PLACE } from '@/ground/labels/rules'
import type { Label } from '@/ground/labels/types'
import type { Place, Route } from '@/ground/places/types'
import { type EstateRules, roundAt, roundsOn } from '@/domains/patrols/rules'
import type { Plan, Round } from '@/domains/patrols/types'
import { isGivenTo } from '@/domains/patrols/walkers'

/**
 * unknown: not on this phone ·
 * revoked: replaced or lost · elsewhere: another estate · not_a_place: a key tag or a unit · blank: no place's yet ·
 * closed: the place is no longer visited · no_checklist: nothing is asked for there ·
 * no_room, no_store: the phone could not keep what is filled in
 */
export type Trouble =
  | 'unknown'
  | 'revoked'
  | 'elsewhere'
  | 'blank'
  | 'not_a_place'
  | 'closed'
  | 'no_checklist'
  | 'no_room'
  | 'no_store'

/** What a code led to. A trouble may still know the place: then the visit can be kept all the same, marked. */
export type Outcome =
  | { ok: true; place: Place; hangs: boolean }
  | { ok: false; why: Trouble; place: Place | null; label: Label | null }

/** Answer what the label with a scanned code leads to in this estate. */
export function labelOutcome(
  label: Label | undefined,
  estate: string,
  places: ReadonlyMap<string, Place>,
): Outcome {
  const trouble = (why: Trouble, place: Place | null = null): Outcome => ({
    ok: false,
    why,
    place,
    label: label ?? null,
  })
  if (label === undefined) return trouble('unknown')
  if (label.estate !== estate) return trouble('elsewhere')
  if (label.targetKind === BLANK && label.state !== 'revoked') return trouble('blank')
  if (label.targetKind !== PLACE) return trouble('not_a_place')
  const place = places.get(label.targetId)
  if (place === undefined) return trouble('unknown')
  if (!place.active) return trouble('closed', place)
  if (label.state === 'revoked') return trouble('revoked', place)
  return { ok: true, place, hangs: label.state === 'printed' }
}

/**
 * Answer the round that a visit of a place made at `moment` belongs to, or undefined for an extra visit.
 *
 * Of several routes through the place one's own is taken. The day before is looked at too: a window may go past
 * midnight.
 */
export function roundOfPlace(
  placeId: string,
  moment: Date,
  days: readonly string[],
  by: string,
  routes: readonly Route[],
  plans: readonly Plan[],
  estate: EstateRules,
): Round | undefined {
  const own = (route: Route) => days.some((day) => isGivenTo(by, route, plans, day))
  const through = routes
    .filter(({ active, placeIds }) => active && placeIds.includes(placeId))
    .sort((a, b) => Number(own(b)) - Number(own(a)))
  for (const { id } of through) {
    const own = plans.filter(({ routeId }) => routeId === id)
    const rounds = days.flatMap((day) => roundsOn(day, id, own, estate))
    const round = roundAt(moment, rounds, estate.settings.late_minutes)
    if (round !== undefined) return round
  }
  return undefined
}
