/** Whose building is whose: a steward goes to the units of the buildings on the own routes first. */
import { useStore } from '@/core/store/use'
import { placeTable, routeTable } from '@/ground/places/table'
import type { Place, Route } from '@/ground/places/types'
import { asking } from '@/domains/vacancy/repo'

/** Answer the buildings on the routes of a person. */
export function buildingsOf(
  me: string,
  routes: readonly Pick<Route, 'stewardId' | 'active' | 'placeIds'>[],
  places: readonly Pick<Place, 'id' | 'buildingId'>[],
): ReadonlySet<string> {
  const own = routes.filter(({ stewardId, active }) => active && stewardId === me)
  const ids = new Set(own.flatMap(({ placeIds }) => placeIds))
  return new Set(
    places.flatMap(({ id, buildingId }) => (buildingId && ids.has(id) ? [buildingId] : [])),
  )
}

/** Answer the buildings of the person on the screen; none for who walks no route. */
export async function readMyBuildings(): Promise<ReadonlySet<string>> {
  const who = asking()
  if (!who) return new Set()
  const of = { estate: who.estate }
  const [routes, places] = await Promise.all([
    useStore().rows(routeTable).where(of).toArray(),
    useStore().rows(placeTable).where(of).toArray(),
  ])
  return buildingsOf(who.by, routes, places)
}
