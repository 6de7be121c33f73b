/** Where one domain answers what another needs (`needs.ts`); neither knows the other. */
import { loadEntries } from '@/domains/emergencies'
import { loadRectifying, loadReports, type Dept } from '@/domains/findings'
import { joinEntriesBy, loadUnitKeys } from '@/domains/keys'
import {
  joinRectifyingBy,
  joinReportsBy,
  loadWalked,
  type Rectifying,
  type Reports,
} from '@/domains/patrols'
import { renovationNeeds } from '@/domains/renovation'
import { joinNeedsBy, type Needs as VacancyNeeds } from '@/domains/vacancy'
import { joinWalkedBy } from '@/ground/places'

/** Join the domains; once, before the first page. */
export function joinDomains(): void {
  joinWalkedBy(async () => (await loadWalked()).routesWalked)
  joinReportsBy(async () => reportsOf(await loadReports()))
  joinRectifyingBy(async () => rectifyingOf(await loadRectifying()))
  joinEntriesBy(async () => (await loadEntries()).readEntries())
  joinNeedsBy(async () => vacancyNeedsOf(...(await Promise.all([loadReports(), loadUnitKeys()]))))
  renovationNeeds.joinBy(async () => {
    const { prepareReport } = await loadReports()
    return { report: ({ origin, ...found }, name) => prepareReport(origin, found, name) }
  })
}

function vacancyNeedsOf(
  { prepareReport, countOpen }: Awaited<ReturnType<typeof loadReports>>,
  { readUnitKeys: unitKeys }: Awaited<ReturnType<typeof loadUnitKeys>>,
): VacancyNeeds {
  return {
    prepare: ({ checkId, ...found }, placeName) =>
      prepareReport({ kind: 'vacancy.check', id: checkId }, found, placeName),
    countOpen,
    unitKeys,
  }
}

function reportsOf(findings: Awaited<ReturnType<typeof loadReports>>): Reports {
  const { prepareReport, prepareSighting, reportsOn, openAt, sightingsOn, readingsAt } = findings
  return {
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
  }
}

function rectifyingOf(findings: Awaited<ReturnType<typeof loadRectifying>>): Rectifying {
  const { openCases, prepareAct, prepareReport } = findings
  return {
    open: openCases,
    order: (id, { dept, ...said }, placeName) =>
      prepareAct(id, 'order', { ...said, dept: dept as Dept }, placeName),
    recheck: (id, said, placeName) => prepareAct(id, 'verify', said, placeName),
    report: (found, id, placeName) =>
      prepareReport({ kind: 'patrols.supervise', id }, found, placeName),
  }
}
