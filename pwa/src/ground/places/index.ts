/** Buildings, places and routes: copies of what the server holds. */
import type { Room } from '@/core/domain'
import { buildingTable, placeTable, routeTable, stairwellTable } from '@/ground/places/table'

export { buildingTable, placeTable, routeTable, stairwellTable } from '@/ground/places/table'
export type { Building, Place, Route, Stairwell } from '@/ground/places/types'

export const places: Room = {
  name: 'places',
  tables: [buildingTable, stairwellTable, placeTable, routeTable],
  pulled: [
    { kind: 'places.building', table: buildingTable },
    { kind: 'places.stairwell', table: stairwellTable },
    { kind: 'places.place', table: placeTable },
    { kind: 'places.route', table: routeTable },
  ],
}
