/** Buildings, places, routes and the labels that hang there: copies of what the server holds. */
import type { Room } from '@/core/domain'
import {
  buildingTable,
  labelTable,
  placeTable,
  routeTable,
  stairwellTable,
} from '@/ground/places/table'

export {
  buildingTable,
  labelTable,
  placeTable,
  routeTable,
  stairwellTable,
} from '@/ground/places/table'
export type { Building, Label, Place, Route, Stairwell } from '@/ground/places/types'

export const places: Room = {
  name: 'places',
  tables: [buildingTable, stairwellTable, placeTable, labelTable, routeTable],
  routes: [
    {
      path: '/labels',
      component: () => import('@/ground/places/views/LabelsPage.vue'),
      meta: { tab: 'labels' },
    },
  ],
  pulled: [
    { kind: 'places.building', table: buildingTable },
    { kind: 'places.stairwell', table: stairwellTable },
    { kind: 'places.place', table: placeTable },
    { kind: 'places.label', table: labelTable },
    { kind: 'places.route', table: routeTable },
  ],
}
