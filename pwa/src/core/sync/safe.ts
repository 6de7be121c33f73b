/** How long applied items stay on the phone: until a verified backup holds them (`protocol.md` 6). */
import { now } from '@/core/clock'
import { deviceTable } from '@/core/device/table'
import { thisDevice } from '@/core/device/device'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { claimPhotos, forgetSent, unsentOf } from '@/core/photos/photos'
import { photoTable } from '@/core/photos/table'
import { useStore } from '@/core/store/use'

const KEEP_DAYS = 14
/** Of the space the browser grants; beyond it safe-keeping gives way to new work. */
const CROWDED = 0.2

/**
 * Notice that the server was restored: another epoch makes the phone send again what it still holds.
 *
 * The server knows what it has already, so sending twice changes nothing.
 */
export async function followEpoch(epoch: string): Promise<void> {
  const store = useStore()
  const device = await thisDevice()
  if (!epoch || device.epoch === epoch) return
  await store.transaction([deviceTable, outboxTable, photoTable], async () => {
    await store.rows(deviceTable).update('this', { epoch })
    if (!device.epoch) return
    const held = await store.rows(outboxTable).filter(isApplied).toArray()
    await store
      .rows(outboxTable)
      .bulkPut(held.map((item) => ({ ...item, state: 'waiting' as const })))
    await claimPhotos(held.flatMap((item) => item.photos ?? []))
  })
}

/**
 * Let go of applied items of an estate that are safe, and of their photos.
 *
 * safeUpTo  entry in the last verified backup; 0 when there is none yet
 *
 * An item whose photos have not all arrived stays, whatever its age.
 */
export async function letGo(estate: string, safeUpTo: number): Promise<void> {
  const store = useStore()
  const oldest = new Date(now().getTime() - (await keepDays()) * 86_400_000).toISOString()
  const applied = await store.rows(outboxTable).filter(isApplied).toArray()
  const unsent = new Set(await unsentOf(applied.flatMap((item) => item.photos ?? [])))
  const gone = applied.filter(
    (item) =>
      item.estate === estate &&
      isDone(item, safeUpTo, oldest) &&
      !item.photos?.some((sha) => unsent.has(sha)),
  )
  if (gone.length === 0) return
  await store.transaction([outboxTable, photoTable], async () => {
    await store.rows(outboxTable).bulkDelete(gone.map(({ id }) => id))
    const named = new Set(
      (await store.rows(outboxTable).toArray()).flatMap((item) => item.photos ?? []),
    )
    await forgetSent(gone.flatMap((item) => item.photos ?? []).filter((sha) => !named.has(sha)))
  })
}

function isApplied(item: OutboxItem): boolean {
  return item.state === 'applied'
}

function isDone(item: OutboxItem, safeUpTo: number, oldest: string): boolean {
  const safe = item.answer?.entry !== undefined && item.answer.entry <= safeUpTo
  return safe || (item.settledAt ?? '') < oldest
}

async function keepDays(): Promise<number> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  return quota > 0 && usage / quota > CROWDED ? 0 : KEEP_DAYS
}
