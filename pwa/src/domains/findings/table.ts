import type { TableSpec } from '@/core/domain'
import type { Finding, OwnReport } from '@/domains/findings/types'

export const findingTable: TableSpec<Finding> = { name: 'findings', indexes: { 1: 'id, placeId' } }
export const ownReportTable: TableSpec<OwnReport> = {
  name: 'findingReports',
  indexes: { 1: 'id, originId, placeId' },
}
