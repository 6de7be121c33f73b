import type { TableSpec } from '@/core/domain'
import type { Building, EmptyUnit, Place, Route, Stairwell } from '@/ground/places/types'

export const buildingTable: TableSpec<Building> = {
  name: 'buildings',
  indexes: { 1: 'id, estate' },
}
export const stairwellTable: TableSpec<Stairwell> = {
  name: 'stairwells',
  indexes: { 1: 'id, estate' },
}
export const emptyUnitTable: TableSpec<EmptyUnit> = {
  name: 'emptyUnits',
  indexes: { 3: 'id, stairwellId' },
}
export const placeTable: TableSpec<Place> = { name: 'places', indexes: { 1: 'id, estate' } }
export const routeTable: TableSpec<Route> = { name: 'routes', indexes: { 1: 'id, estate' } }
