import type { TableSpec } from '@/core/domain'
import type { CheckDraft, PulledCheck, VacantUnit } from '@/domains/vacancy/types'

export const vacantUnitTable: TableSpec<VacantUnit> = {
  name: 'vacantUnits',
  indexes: { 8: 'id, estate' },
}
export const vacantCheckTable: TableSpec<PulledCheck> = {
  name: 'vacantChecks',
  indexes: { 8: 'id, estate, unitId' },
}
export const checkDraftTable: TableSpec<CheckDraft> = {
  name: 'vacantDrafts',
  indexes: { 8: 'id, estate' },
}
