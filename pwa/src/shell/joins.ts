/** Where one domain answers what another needs (`needs.ts`); neither knows the other. */
import { openAt, prepareReport, reportsOn } from '@/domains/findings'
import { joinReports } from '@/domains/patrols'

/** Join the domains; once, before the first page. */
export function joinDomains(): void {
  joinReports({
    prepare: ({ visitId, ...found }, placeName) =>
      prepareReport({ kind: 'patrols.visit', id: visitId }, found, placeName),
    onVisit: reportsOn,
    openAt,
  })
}
