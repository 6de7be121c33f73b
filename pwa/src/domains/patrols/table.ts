import type { TableSpec } from '@/core/domain'
import type { PulledPage } from '@/domains/patrols/signing/types'
import type { Draft, OwnVisit, Plan, VisitSummary } from '@/domains/patrols/types'

export const planTable: TableSpec<Plan> = { name: 'patrolPlans', indexes: { 1: 'id, estate' } }
export const visitTable: TableSpec<VisitSummary> = {
  name: 'patrolVisits',
  indexes: { 1: 'id, estate, placeId', 5: 'id, [estate+date], placeId, roundId' },
}
export const ownVisitTable: TableSpec<OwnVisit> = {
  name: 'patrolOwnVisits',
  indexes: {
    1: 'id, estate, [estate+day], placeId',
    5: 'id, estate, [estate+day], placeId, roundId',
  },
}
export const draftTable: TableSpec<Draft> = {
  name: 'patrolDrafts',
  indexes: { 1: 'id, [estate+by]' },
}
export const pageTable: TableSpec<PulledPage> = {
  name: 'patrolPages',
  indexes: { 4: 'id, estate' },
}
