/** The rooms whose data a round needs, without their pages: the product's own tables and kinds. */
import type { PulledKind, Room, TableSpec } from '@/core/domain'
import { prepareReport, prepareSighting } from '@/domains/findings/repo'
import { findingTable, ownReportTable, ownSightingTable } from '@/domains/findings/table'
import { joinReports } from '@/domains/patrols/needs'
import {
  draftTable,
  ownVisitTable,
  pageTable,
  planTable,
  visitTable,
} from '@/domains/patrols/table'
import { templateTable } from '@/ground/checklists/table'
import { estateTable } from '@/ground/estates/table'
import { labelTable } from '@/ground/labels/table'
import { buildingTable, placeTable, routeTable, stairwellTable } from '@/ground/places/table'

const pulled: Record<string, TableSpec<unknown>> = {
  'estates.estate': estateTable,
  'places.building': buildingTable,
  'places.stairwell': stairwellTable,
  'places.place': placeTable,
  'places.route': routeTable,
  'places.label': labelTable,
  'checklists.template': templateTable,
  'patrols.plan': planTable,
  'patrols.visit': visitTable,
  'patrols.record': pageTable,
  'findings.finding': findingTable,
}

export const rooms: Room[] = [
  {
    name: 'round',
    tables: [...Object.values(pulled), ownVisitTable, draftTable, ownReportTable, ownSightingTable],
    pulled: Object.entries(pulled).map(([kind, table]) => ({ kind, table }) as PulledKind),
  },
]

/** Join the domains as the shell does; this phone asks nothing but that reports can be made. */
export function joinDomains(): void {
  joinReports({
    prepare: ({ visitId, ...found }, placeName) =>
      prepareReport({ kind: 'patrols.visit', id: visitId }, found, placeName),
    prepareSighting: ({ visitId, ...seen }, placeName) =>
      prepareSighting(
        { ...seen, origin: { kind: 'patrols.visit', id: visitId }, note: '' },
        placeName,
      ),
    onVisit: () => Promise.resolve([]),
    openAt: () => Promise.resolve([]),
    seenOn: () => Promise.resolve([]),
    readingsAt: () => Promise.resolve([]),
  })
}
