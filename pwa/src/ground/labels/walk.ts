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

/** What comes first when several spots of a place are not done. */
const MOST_URGENT: readonly StopState[] = ['printed', 'none', 'replace', 'hung']

/** Answer how a place stands, from its labels: as its spot that has most to be done. */
export function stopOf(place: Place, held: readonly Label[] = []): Stop {
  const spots = held.length > 0 ? [...new Set(held.map(({ spot }) => spot))] : ['']
  const stops = spots.map((spot) => ({ place, spot, state: stateAt(spot, held) }))
  const rank = ({ state }: Stop) => MOST_URGENT.indexOf(state)
  return stops.reduce((first, stop) => (rank(stop) < rank(first) ? stop : first))
}

/** A label older than the one that hangs was passed over: nobody need hang it any more. */
function stateAt(spot: string, held: readonly Label[]): StopState {
  const here = held.filter((label) => label.spot === spot && label.state !== 'revoked')
  const hanging = here.filter(({ state }) => state === 'active').map(({ generation }) => generation)
  const waits = here.some(
    (label) => label.state === 'printed' && label.generation > Math.max(0, ...hanging),
  )
  if (hanging.length > 0) return waits ? 'replace' : 'hung'
  return waits ? 'printed' : 'none'
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

/** How each state is marked on a page. */
export const STOP_MARKS = { hung: 'normal', replace: 'late', printed: 'todo', none: 'na' } as const

/** A route with its places; `name` is null for the places on no route. */
export interface Walk {
  id: string
  name: string | null
  stops: Stop[]
}

/** Names the places on no route. */
export const OFF_ROUTE = 'off'

/** Answer every route with its places by name, and at the end the places that no route leads to. */
export function walksOf(
  routes: readonly Route[],
  places: ReadonlyMap<string, Place>,
  labels: Iterable<Label>,
): Walk[] {
  const held = labelsByPlace(labels)
  const led = new Set(routes.flatMap(({ placeIds }) => placeIds))
  const off = [...places.values()]
    .filter(({ id, active }) => active && !led.has(id))
    .sort((a, b) => byName(a.name, b.name))
    .map((place) => stopOf(place, held.get(place.id)))
  const walks: Walk[] = [...routes]
    .sort((a, b) => byName(a.name, b.name))
    .map((route) => ({ id: route.id, name: route.name, stops: stopsOf(route, places, held) }))
  return off.length > 0 ? [...walks, { id: OFF_ROUTE, name: null, stops: off }] : walks
}

/** Answer the places of all walks, each once: a place may lie on several routes. */
export function stopsOnce(walks: readonly Walk[]): Stop[] {
  return [
    ...new Map(walks.flatMap(({ stops }) => stops).map((stop) => [stop.place.id, stop])).values(),
  ]
}

/** Whether anything hangs at a place. */
export const hangs = ({ state }: Stop) => state === 'hung' || state === 'replace'

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

const byName = (a: string, b: string) => a.localeCompare(b, 'zh', { numeric: true })
