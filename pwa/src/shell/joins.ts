/** Where one domain answers what another needs (`needs.ts`); neither knows the other. */
import {
  openAt,
  prepareReport,
  prepareSighting,
  readingsAt,
  reportsOn,
  sightingsOn,
} from '@/domains/findings'
import { joinReports } from '@/domains/patrols'

/** Join the domains; once, before the first page. */
export function joinDomains(): void {
  joinReports({
    prepare: ({ visitId, ...found }, placeName) =>
      prepareReport({ kind: 'patrols.visit', id: visitId }, found, placeName),
    prepareSighting: ({ visitId, ...seen }, placeName) =>
      prepareSighting(
        { ...seen, origin: { kind: 'patrols.visit', id: visitId }, note: '' },
        placeName,
      ),
    onVisit: reportsOn,
    openAt,
    seenOn: sightingsOn,
    readingsAt,
  })
}
