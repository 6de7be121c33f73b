/** Whose building is whose: a steward goes first to the units in the buildings of today’s own routes. */
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { placeTable, routeTable } from '@/ground/places/table'
import type { Place, Route } from '@/ground/places/types'
import { routesWalked } from '@/ground/places/walked'
import { asking } from '@/domains/vacancy/repo'
import type { VacantUnit } from '@/domains/vacancy/types'

type OfBuilding = Pick<VacantUnit, 'buildingId'>

/** Answer the buildings on the routes that are walked. */
export function buildingsOf(
  walked: ReadonlySet<string>,
  routes: readonly Pick<Route, 'id' | 'placeIds'>[],
  places: readonly Pick<Place, 'id' | 'buildingId'>[],
): ReadonlySet<string> {
  const ids = new Set(routes.flatMap(({ id, placeIds }) => (walked.has(id) ? placeIds : [])))
  return new Set(
    places.flatMap(({ id, buildingId }) => (buildingId && ids.has(id) ? [buildingId] : [])),
  )
}

async function readBuildings(): Promise<ReadonlySet<string>> {
  const who = asking()
  if (!who) return new Set()
  const of = { estate: who.estate }
  const walked = await routesWalked(who.estate, who.by)
  const [routes, places] = await Promise.all([
    useStore().rows(routeTable).where(of).toArray(),
    useStore().rows(placeTable).where(of).toArray(),
  ])
  return buildingsOf(walked, routes, places)
}

/** Answer which units are those of the person on the screen: all of them for overseers, and for who walks no route. */
export async function readMine(): Promise<(unit: OfBuilding) => boolean> {
  const buildings = await readBuildings()
  if (useSession().overseer.value || buildings.size === 0) return () => true
  return ({ buildingId }) => buildings.has(buildingId)
}

/** Answer the same, followed as routes change; until it is read all units count. */
export function useMine() {
  return useLive<(unit: OfBuilding) => boolean>(readMine, () => true)
}
