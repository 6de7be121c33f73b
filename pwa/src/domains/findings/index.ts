/** Findings: what was found wrong, from report to closing. On the phone so far: reporting, and knowing what is open. */
import type { Room } from '@/core/domain'
import { t } from '@/core/text'
import { findingTable, ownReportTable, ownSightingTable } from '@/domains/findings/table'

/** Load who takes reports and tells what is open. */
export const loadReports = () => import('@/domains/findings/repo')

export const findings: Room = {
  name: 'findings',
  tables: [findingTable, ownReportTable, ownSightingTable],
  pulled: [{ kind: 'findings.finding', table: findingTable }],
  itemTitles: {
    'findings.report': ({ title }) =>
      t('findings.itemTitle', { place: String(title.placeName ?? '') }),
    'findings.sighting': ({ title }) =>
      t('findings.sightingTitle', { place: String(title.placeName ?? '') }),
  },
}
