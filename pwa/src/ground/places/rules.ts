/** How places are told in groups, and what an order of places may become. Pure. */
import type { Place, Proposal, Route, Stairwell } from '@/ground/places/types'

/** Types in the order in which a building is walked; those outside come last. */
export const PLACE_TYPES = [
  'lift',
  'roof_escape',
  'stairwell',
  'lobby_corridor',
  'meters',
  'parking',
  'roads_squares',
  'recreation',
  'utilities_outdoor',
  'surroundings',
  'service_watch',
] as const

export type PlaceType = (typeof PLACE_TYPES)[number]

/** What stands outside of buildings and is added by hand. */
export const OUTDOOR_TYPES: readonly PlaceType[] = PLACE_TYPES.slice(5)

export interface Group<T> {
  type: string
  items: T[]
}

/** Answer things by their type, in the order of the types; types that we do not know come last. */
export function byType<T extends { type: string }>(items: readonly T[]): Group<T>[] {
  const known: readonly string[] = PLACE_TYPES
  const others = [...new Set(items.map(({ type }) => type))].filter((type) => !known.includes(type))
  return [...known, ...others]
    .map((type) => ({ type, items: items.filter((item) => item.type === type) }))
    .filter(({ items }) => items.length > 0)
}

/** A stairwell needs a line of its own from so many places of a type on. */
const MANY = 3

/** Answer places stairwell by stairwell, from the top down; as one line where there are only a few in each. */
export function byStairwell(
  places: readonly Place[],
  stairwells: readonly Stairwell[],
): { name: string; places: Place[] }[] {
  const parts = [...stairwells.map(({ id }) => id), null]
    .map((id) => ({ id, places: places.filter(({ stairwellId }) => stairwellId === id) }))
    .filter((part) => part.places.length > 0)
  const ordered = parts.flatMap((part) => part.places)
  if (parts.every((part) => part.places.length < MANY)) return [{ name: '', places: ordered }]
  const nameOf = (id: string | null) => stairwells.find((one) => one.id === id)?.name ?? ''
  return parts.map((part) => ({ name: nameOf(part.id), places: part.places }))
}

/** Answer the proposals of each building, in the order told. */
export function byBuilding(
  proposals: readonly Proposal[],
): { name: string; proposals: Proposal[] }[] {
  const names = [...new Set(proposals.map(({ building }) => building))]
  return names.map((name) => ({
    name,
    proposals: proposals.filter(({ building }) => building === name),
  }))
}

/** Answer the ticks after some were set or cleared. */
export function ticked(
  ticks: ReadonlySet<string>,
  keys: readonly string[],
  on: boolean,
): Set<string> {
  const next = new Set(ticks)
  keys.forEach((key) => (on ? next.add(key) : next.delete(key)))
  return next
}

/** Answer the order after the thing at `from` was moved to `to`; both stay inside. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, i) => i !== from)
  const thing = ids[from]
  if (thing !== undefined) rest.splice(Math.max(0, Math.min(to, rest.length)), 0, thing)
  return rest
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i])
}

/** Answer the places in use that no route in use passes: nobody will be sent there. */
export function onNoRoute(places: readonly Place[], routes: readonly Route[]): Place[] {
  const passed = new Set(routes.filter(({ active }) => active).flatMap(({ placeIds }) => placeIds))
  return places.filter(({ id, active }) => active && !passed.has(id))
}

/** Answer the names in a pasted list: one a line, trimmed, none twice. */
export function namesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll('\t', ' ').trim())
  return [...new Set(lines.filter(Boolean))]
}

/** Answer a place's name without its building's, which stands above it already. */
export function shortName(name: string, building: string | undefined): string {
  const rest = building && name.startsWith(building) ? name.slice(building.length).trim() : name
  return rest || name
}
