/** Buildings, places and routes: copies of what the server holds, and the pages that set them up. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { emptyUnitOf } from '@/ground/places/keeps'
import {
  buildingTable,
  emptyUnitTable,
  placeTable,
  routeTable,
  stairwellTable,
} from '@/ground/places/table'

export { buildingTable, placeTable, routeTable, stairwellTable } from '@/ground/places/table'
export { joinWalkedBy } from '@/ground/places/walked'
export type { Building, Place, Route, Stairwell } from '@/ground/places/types'

export const places: Room = {
  name: 'places',
  tables: [buildingTable, stairwellTable, emptyUnitTable, placeTable, routeTable],
  pulled: [
    { kind: 'places.building', table: buildingTable },
    { kind: 'places.stairwell', table: stairwellTable },
    { kind: 'places.unit', table: emptyUnitTable, keep: emptyUnitOf },
    { kind: 'places.place', table: placeTable },
    { kind: 'places.route', table: routeTable },
  ],
  later: {
    under: ['/places', '/register/units'],
    load: officePage(() => import('@/ground/places/pages')),
  },
}
