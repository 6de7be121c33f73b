/** Reading findings, and preparing the report that another domain keeps together with its own record. */
import type { AlsoKept, NewItem, OutboxItem } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import type { Reading } from '@/ground/checklists/details'
import { isFinal } from '@/domains/findings/ended'
import { findingTable, ownReportTable, ownSightingTable } from '@/domains/findings/table'
import type {
  Finding,
  OwnReport,
  OwnSighting,
  ReportBody,
  SightingBody,
  SightingShown,
} from '@/domains/findings/types'

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
    originId: origin?.id ?? '',
  }
  return {
    item: {
      kind: 'findings.report',
      v: 2,
      about: findingId,
      body,
      rules: `${checklist.type}/${checklist.version}`,
      photos: photos.map(({ sha256 }) => sha256),
      title: { placeName },
    },
    also: { table: ownReportTable, rows: [own] },
  }
}

/** Answer what to keep for an open finding seen again on the record `body.origin`; nothing is written yet. */
export function prepareSighting(body: SightingBody, placeName: string): Prepared {
  const { me, estate } = useSession()
  const { sightingId, findingId, origin } = body
  const own: OwnSighting = {
    ...body,
    id: sightingId,
    estate: estate.value?.id ?? '',
    by: me.value?.id ?? '',
    originId: origin.id,
  }
  return {
    item: { kind: 'findings.sighting', v: 1, about: findingId, body, title: { placeName } },
    also: { table: ownSightingTable, rows: [own] },
  }
}

/** Answer the reports made on this phone on one record, in the order they were made. */
export async function reportsOn(originId: string): Promise<OwnReport[]> {
  return useStore().rows(ownReportTable).where('originId').equals(originId).sortBy('foundAt')
}

/** Answer what was seen again on one record, as far as this phone made it. */
export async function sightingsOn(originId: string): Promise<SightingShown[]> {
  const { rows } = useStore()
  const seen = await rows(ownSightingTable).where('originId').equals(originId).sortBy('seenAt')
  const ids = seen.map(({ findingId }) => findingId)
  const [told, own] = await Promise.all([
    rows(findingTable).bulkGet(ids),
    rows(ownReportTable).bulkGet(ids),
  ])
  return seen.map((one, i) => ({ ...one, of: told[i] ?? own[i] ?? null }))
}

/** Answer what is open at a place, newest first: what the server told, and what it has not taken yet of one's own. */
export async function openAt(placeId: string): Promise<Finding[]> {
  const { rows } = useStore()
  const by = useSession().me.value?.id ?? ''
  const [told, own] = await Promise.all([
    rows(findingTable).where('placeId').equals(placeId).toArray(),
    rows(ownReportTable).where({ placeId }).toArray(),
  ])
  const ids = [...new Set([...told, ...own].map(({ id }) => id))]
  const waiting = await rows(outboxTable)
    .where('about')
    .anyOf(ids)
    .filter((item) => item.state === 'waiting' && item.by === by)
    .sortBy('seq')
  const unsent = new Set(waiting.filter(isReport).map(({ about }) => about))
  const known = new Set(told.map(({ id }) => id))
  const reported = own.filter(({ id }) => unsent.has(id) && !known.has(id)).map(asOpen)
  return [...told.filter((finding) => !isFinal(finding)), ...reported]
    .map((finding) => withSightings(finding, waiting))
    .sort((a, b) => (a.foundAt < b.foundAt ? 1 : -1))
}

/** Answer how many findings are open at each of these places, as far as the server told. */
export async function countOpen(placeIds: readonly string[]): Promise<Map<string, number>> {
  const told = await useStore().rows(findingTable).where('placeId').anyOf(placeIds).toArray()
  const counts = new Map<string, number>()
  for (const { placeId } of told.filter((finding) => !isFinal(finding)))
    counts.set(placeId, (counts.get(placeId) ?? 0) + 1)
  return counts
}

const isReport = ({ kind }: OutboxItem) => kind === 'findings.report'

/** Until the server has decided, a report stands where its maker left it. */
export const asOpen = (report: OwnReport): Finding => ({
  ...report,
  state: report.action ?? 'open',
  byId: report.by,
  byName: useSession().me.value?.name ?? '',
  serial: null,
  priority: 'normal',
})

/** What this phone saw of a finding counts before the server knows it. */
function withSightings(finding: Finding, waiting: readonly OutboxItem[]): Finding {
  const own = waiting
    .filter(({ kind, about }) => kind === 'findings.sighting' && about === finding.id)
    .map(({ body }) => body as SightingBody)
  const newest = own.at(-1)
  if (!newest) return finding
  const byName = useSession().me.value?.name ?? ''
  return {
    ...finding,
    timesSeen: (finding.timesSeen ?? 0) + own.length,
    lastSeen: { outcome: newest.outcome, at: newest.seenAt, byName },
  }
}

/** Answer the meters read at a place, as far as this phone knows. */
export async function readingsAt(placeId: string): Promise<Reading[]> {
  const found = await openAt(placeId)
  return found.flatMap(({ item, details, foundAt: at }) => {
    const { reading, number, unit } = details ?? {}
    return reading ? [{ item, number: number ?? null, unit: unit ?? null, reading, at }] : []
  })
}
