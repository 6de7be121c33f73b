import type { TableSpec } from '@/core/domain'
import type { PulledPage } from '@/domains/patrols/signing/types'
import type { Draft, OwnVisit, Plan, VisitSummary } from '@/domains/patrols/types'

export const planTable: TableSpec<Plan> = { name: 'patrolPlans', indexes: { 1: 'id, estate' } }
export const visitTable: TableSpec<VisitSummary> = {
  name: 'patrolVisits',
  indexes: { 1: 'id, estate, placeId' },
}
export const ownVisitTable: TableSpec<OwnVisit> = {
  name: 'patrolOwnVisits',
  indexes: { 1: 'id, estate, [estate+day], placeId' },
}
export const draftTable: TableSpec<Draft> = {
  name: 'patrolDrafts',
  indexes: { 1: 'id, [estate+by]' },
}
export const pageTable: TableSpec<PulledPage> = {
  name: 'patrolPages',
  indexes: { 4: 'id, estate' },
}
