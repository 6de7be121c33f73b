/** Keeping work on the phone: records and the items that carry them are written together, read back, then called saved. */
import { elapsedMs, now, page } from '@/core/clock'
import { takeNumbers } from '@/core/device/device'
import { deviceTable, type Device } from '@/core/device/table'
import type { TableSpec } from '@/core/domain'
import { newId } from '@/core/ids'
import { NotKept, whyNotKept } from '@/core/outbox/notKept'
import { outboxTable } from '@/core/outbox/table'
import type { AlsoKept, Forgotten, NewItem, OutboxItem } from '@/core/outbox/types'
import { claimPhotos } from '@/core/photos/photos'
import { photoTable } from '@/core/photos/table'
import { stillMe, useSession } from '@/core/session/session'
import { sessionTable } from '@/core/session/table'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'

export type { AlsoKept, Forgotten, NewItem, OutboxItem } from '@/core/outbox/types'
export { NotKept } from '@/core/outbox/notKept'

/**
 * Keep items, the records in `also`, and the deletions in `forget`: all of it or none, in one transaction.
 *
 * Answers the items as read back from the store. Rejects with NotKept: then nothing was kept, and the person must be
 * told. The sync loop sees the new items by itself.
 */
export async function keep(
  items: readonly NewItem[],
  also: readonly AlsoKept[] = [],
  forget: readonly Forgotten[] = [],
): Promise<OutboxItem[]> {
  const ids = await written(items, also, forget).catch((error: unknown) => {
    throw new NotKept(whyNotKept(error), error)
  })
  return readBack(ids)
}

async function written(
  items: readonly NewItem[],
  also: readonly AlsoKept[],
  forget: readonly Forgotten[],
): Promise<string[]> {
  const store = useStore()
  const touched = [
    outboxTable,
    sessionTable,
    deviceTable,
    feedTable,
    photoTable,
    ...also.map(tableOf),
    ...forget.map(tableOf),
  ]
  return store.transaction([...new Set(touched)], async () => {
    const rows = await numbered(items)
    await store.rows(outboxTable).bulkAdd(rows)
    await claimPhotos(rows.flatMap((row) => row.photos ?? []))
    for (const { table, rows } of also) await store.rows(table).bulkPut(rows)
    for (const { table, keys } of forget) await store.rows(table).bulkDelete(keys)
    return rows.map(({ id }) => id)
  })
}

async function numbered(items: readonly NewItem[]): Promise<OutboxItem[]> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) throw new NotKept('nobody')
  if (!(await stillMe())) throw new NotKept('handed')
  const device = await takeNumbers(items.length)
  const feed = await useStore().rows(feedTable).get(estate.value.id)
  const made = { by: me.value.id, estate: estate.value.id, seen: feed?.change ?? 0 }
  const first = device.lastSeq - items.length + 1
  return items.map((item, i) => ({ ...item, ...made, ...stamp(item, device), seq: first + i }))
}

function stamp({ id = newId() }: NewItem, device: Device) {
  return {
    id,
    recordedAt: now().toISOString(),
    clock: { page, elapsedMs: elapsedMs(), offsetMs: device.offsetMs },
    state: 'waiting' as const,
  }
}

async function readBack(ids: string[]): Promise<OutboxItem[]> {
  const rows = useStore().rows(outboxTable)
  const found = await rows.bulkGet(ids).catch((error: unknown) => {
    throw new NotKept('unread', error)
  })
  const kept = found.filter((item) => item !== undefined)
  if (kept.length !== ids.length) throw new NotKept('unread')
  return kept
}

function tableOf({ table }: { table: TableSpec<unknown> }): TableSpec<unknown> {
  return table
}
