/** What a round asks for. Pure. */
import type { PlacesOf, RoundKey } from '@/domains/patrols/types'
import type { Route } from '@/ground/places/types'

/** Answer the places of the route that must stand on the page: what a later round can still do is not missing here. */
export function askedOn(
  round: RoundKey | null,
  route: Route | undefined,
  placesOf: PlacesOf | undefined,
): readonly string[] {
  if (!route || !round) return []
  return placesOf?.(route, round, true) ?? route.placeIds
}
