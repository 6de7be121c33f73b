import type { TableSpec } from '@/core/domain'
import type { Renovation } from '@/domains/renovation/types'
import type { SiteDraft, SiteVisit } from '@/domains/renovation/visit/types'

export const renovationTable: TableSpec<Renovation> = {
  name: 'renovations',
  indexes: { 8: 'id, estate' },
}
export const siteVisitTable: TableSpec<SiteVisit> = {
  name: 'siteVisits',
  indexes: { 8: 'id, estate, renovationId' },
}
/** Half-filled visits. */
export const siteDraftTable: TableSpec<SiteDraft> = {
  name: 'siteDrafts',
  indexes: { 8: 'id, [estate+by]' },
}
