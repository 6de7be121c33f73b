/** Reading findings, and preparing the report that another domain keeps together with its own record. */
import type { AlsoKept, NewItem } from '@/core/outbox/outbox'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { findingTable, ownReportTable } from '@/domains/findings/table'
import type { Finding, OwnReport, ReportBody } from '@/domains/findings/types'

/** Something found wrong on another domain's record. */
export type Reported = Omit<ReportBody, 'origin'>

/** What `keep` takes: the item that carries a report, and the copy that stays here. */
export interface Prepared {
  item: NewItem
  also: AlsoKept
}

/** Answer what to keep for a finding made on the record `origin`; nothing is written yet. */
export function prepareReport(
  origin: ReportBody['origin'],
  reported: Reported,
  placeName: string,
): Prepared {
  const { me, estate } = useSession()
  const body: ReportBody = { ...reported, origin }
  const { findingId, checklist, photos } = body
  const own: OwnReport = {
    ...body,
    id: findingId,
    estate: estate.value?.id ?? '',
    by: me.value?.id ?? '',
    originId: origin.id,
  }
  return {
    item: {
      kind: 'findings.report',
      v: 1,
      about: findingId,
      body,
      rules: `${checklist.type}/${checklist.version}`,
      photos: photos.map(({ sha256 }) => sha256),
      title: { placeName },
    },
    also: { table: ownReportTable, rows: [own] },
  }
}

/** Answer the reports made on this phone on one record, in the order they were made. */
export async function reportsOn(originId: string): Promise<OwnReport[]> {
  return useStore().rows(ownReportTable).where('originId').equals(originId).sortBy('foundAt')
}

/** Answer what is open at a place, newest first. */
export async function openAt(placeId: string): Promise<Finding[]> {
  const found = await useStore()
    .rows(findingTable)
    .where('placeId')
    .equals(placeId)
    .sortBy('foundAt')
  return found.reverse()
}
