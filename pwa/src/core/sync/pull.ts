/** Reads what changed on the server into local copies, page by page; a full state is swapped in at once. */
import { now } from '@/core/clock'
import { rememberContact } from '@/core/device/device'
import { get, type Refusal } from '@/core/http/client'
import { outboxTable } from '@/core/outbox/table'
import type { PulledKind } from '@/core/domain'
import { pulledKinds } from '@/core/rooms'
import { shutOut } from '@/core/session/leave'
import { stillMe } from '@/core/session/session'
import { makerTable, sessionTable } from '@/core/session/table'
import { useStore } from '@/core/store/use'
import { followEpoch, notePhotosThere } from '@/core/sync/safe'
import { settleAgain } from '@/core/sync/settle'
import { feedTable } from '@/core/sync/table'
import type { Change, PullAnswer } from '@/core/sync/wire'

const PAGE = 500

/**
 * Read an estate's feed to its end.
 *
 * Answers `done`, or why it ended early: what was read till then is kept, except of a full state, which is taken over
 * as a whole or not at all. The outbox is not touched but for refused items that were decided again.
 */
export async function pullEstate(estate: string): Promise<'done' | Refusal['why']> {
  let cursor = (await useStore().rows(feedTable).get(estate))?.cursor ?? ''
  let whole: Change[] | null = cursor ? null : []
  const by = await stillMe()
  for (;;) {
    const page = await ask(estate, cursor)
    if ((await stillMe()) !== by) return 'done'
    if (!page.ok) return page.why
    const { reset, more, changes } = page.data
    if (reset) whole = []
    whole?.push(...changes)
    if (!whole) await takeIn({ estate, by }, page.data, changes, false)
    else if (!more) await takeIn({ estate, by }, page.data, whole, true)
    if (!more) {
      await notePhotosThere(estate, page.data.head.entry)
      return 'done'
    }
    cursor = page.data.cursor
  }
}

async function ask(estate: string, cursor: string) {
  const askedAt = now()
  const query = new URLSearchParams({
    estate,
    limit: String(PAGE),
    ...(cursor ? { since: cursor } : {}),
  })
  const page = await get<PullAnswer>(`/sync/pull?${query}`)
  if (page.ok) {
    await rememberContact(page.data.serverTime, askedAt)
    await followEpoch(page.data.epoch)
  } else if (page.code === 'people.device_revoked') await shutOut()
  return page
}

/** Write changes and how far the feed was read, in one transaction; with `swap` everything held before goes first. */
async function takeIn(
  { estate, by }: { estate: string; by: string | null },
  page: PullAnswer,
  changes: Change[],
  swap: boolean,
): Promise<void> {
  const store = useStore()
  const kinds = pulledKinds()
  const copies = new Set(kinds.map(({ table }) => table))
  const tables = [feedTable, makerTable, outboxTable, sessionTable, ...copies]
  await store.transaction(tables, async () => {
    // Asked for by somebody who has given the phone away meanwhile: it belongs to nobody here.
    if (!by || (await stillMe()) !== by) return
    await settleAgain(changes)
    for (const { kind, table, keep, works } of kinds) {
      const rows = store.rows(table)
      if (swap) await rows.filter((row) => row.estate === estate).delete()
      const told = newest(changes.filter((change) => change.kind === kind))
      if (works) await shutOut(told.filter(({ data }) => !data || !works(data)).map(({ id }) => id))
      const own = told.map(partOf(keep))
      await rows.bulkDelete(own.filter(({ data }) => data === null).map(({ id }) => id))
      await rows.bulkPut(
        own.filter(({ data }) => data !== null).map(({ id, data }) => ({ ...data, id, estate })),
      )
    }
    await store.rows(feedTable).put({
      id: estate,
      cursor: page.cursor,
      change: page.change,
      head: page.head,
      readAt: now().toISOString(),
    })
  })
}

/** What a kind keeps no part of goes like something that is gone. */
const partOf = (keep: PulledKind['keep']) => (change: Change) =>
  keep && change.data ? { ...change, data: keep(change.data) as Change['data'] } : change

/** A full state may tell of one thing twice, when it changed meanwhile: the last word holds. */
function newest(changes: Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}
