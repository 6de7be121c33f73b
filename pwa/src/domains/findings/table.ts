import type { TableSpec } from '@/core/domain'
import type { Finding, OwnReport, OwnSighting } from '@/domains/findings/types'

export const findingTable: TableSpec<Finding> = { name: 'findings', indexes: { 1: 'id, placeId' } }
export const ownReportTable: TableSpec<OwnReport> = {
  name: 'findingReports',
  indexes: { 1: 'id, originId, placeId' },
}
export const ownSightingTable: TableSpec<OwnSighting> = {
  name: 'findingSightings',
  indexes: { 2: 'id, originId, findingId' },
}
