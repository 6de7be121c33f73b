/** A route as it is walked with labels in the hand: what hangs, what is to be hung, what a scanned label means. Pure. */
import { BLANK, PLACE } from '@/ground/labels/rules'
import type { Label } from '@/ground/labels/types'
import type { Place, Route } from '@/ground/places/types'

/**
 * hung: nothing to do · printed: a label waits to be hung · replace: one hangs, a newer one waits ·
 * none: no label was printed, a blank one can be taken
 */
export type StopState = 'hung' | 'printed' | 'replace' | 'none'

export interface Stop {
  place: Place
  state: StopState
  /** Where at the place the label in hand belongs; '' for the place's only one. */
  spot: string
}

/** Answer the labels of each place. */
export function labelsByPlace(labels: Iterable<Label>): Map<string, Label[]> {
  const held = new Map<string, Label[]>()
  for (const label of labels)
    if (label.targetKind === PLACE)
      held.set(label.targetId, [...(held.get(label.targetId) ?? []), label])
  return held
}

/** Answer how a place stands, from its labels. */
export function stopOf(place: Place, held: readonly Label[] = []): Stop {
  const active = held.filter(({ state }) => state === 'active')
  const [waiting] = held
    .filter((label) => label.state === 'printed' && !isOutdated(label, active))
    .sort((a, b) => a.generation - b.generation)
  const spot = waiting?.spot ?? ''
  if (waiting) return { place, spot, state: hasSpot(active, spot) ? 'replace' : 'printed' }
  return { place, spot, state: active.length > 0 ? 'hung' : 'none' }
}

/** Answer the places of a route in walking order, each with its state; places no longer visited are left out. */
export function stopsOf(
  { placeIds }: Route,
  places: ReadonlyMap<string, Place>,
  held: ReadonlyMap<string, Label[]>,
): Stop[] {
  return placeIds.flatMap((id) => {
    const place = places.get(id)
    return place?.active ? [stopOf(place, held.get(id))] : []
  })
}

/** Answer the first place not done after the place `after` in walking order, beginning anew at the end. */
export function nextStop(stops: readonly Stop[], after: string | null): Stop | undefined {
  const from = stops.findIndex(({ place }) => place.id === after) + 1
  return [...stops.slice(from), ...stops.slice(0, from)].find(({ state }) => state !== 'hung')
}

/**
 * unknown: not on this phone · estate: of another one · not_a_place: a key tag or a unit ·
 * closed: its place is no longer visited · revoked: let go
 */
export type Trouble = 'unknown' | 'estate' | 'not_a_place' | 'closed' | 'revoked'

/** What a scanned label means to who stands at a place of the route. */
export type Scanned =
  | { what: 'hang' | 'elsewhere' | 'hangs'; label: Label; place: Place }
  | { what: 'blank'; label: Label }
  | { what: 'trouble'; why: Trouble; label: Label | undefined; place: Place | undefined }

/** Answer what a label means in this estate, `here` being the place that comes next. */
export function scanned(
  label: Label | undefined,
  estate: string,
  places: ReadonlyMap<string, Place>,
  here: string | undefined,
): Scanned {
  const place = label && places.get(label.targetId)
  const trouble = (why: Trouble): Scanned => ({ what: 'trouble', why, label, place })
  if (!label) return trouble('unknown')
  if (label.estate !== estate) return trouble('estate')
  if (label.state === 'revoked') return trouble('revoked')
  if (label.targetKind === BLANK) return { what: 'blank', label }
  if (label.targetKind !== PLACE) return trouble('not_a_place')
  if (!place) return trouble('unknown')
  if (!place.active) return trouble('closed')
  if (label.state === 'active') return { what: 'hangs', label, place }
  return { what: place.id === here ? 'hang' : 'elsewhere', label, place }
}

const hasSpot = (labels: readonly Label[], spot: string) =>
  labels.some((label) => (label.spot ?? '') === spot)

/** A label older than the one that hangs at its spot was passed over: nobody need hang it any more. */
function isOutdated(label: Label, active: readonly Label[]): boolean {
  return active.some(
    (other) => (other.spot ?? '') === (label.spot ?? '') && other.generation > label.generation,
  )
}
