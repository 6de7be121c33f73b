/** How long applied items stay on the phone: until a verified backup holds them (`protocol.md` 6). */
import { corrected } from '@/core/clock'
import { deviceTable } from '@/core/device/table'
import { thisDevice } from '@/core/device/device'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { claimPhotos, forgetSent, unsentOf } from '@/core/photos/photos'
import { photoBytesTable, photoTable } from '@/core/photos/table'
import { isFull } from '@/core/store/room'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'

const KEEP_DAYS = 14
/** Of the space the browser grants; beyond it safe-keeping gives way to new work. */
const CROWDED = 0.2
const NONE_SEEN = { entry: 0, hash: '0'.repeat(64) }

/**
 * Notice that the server was restored: another epoch makes the phone send again all it still holds.
 *
 * The server knows what it has already, so sending twice changes nothing. What was refused goes too: the supervisor
 * decides on what the server holds. So do photos of items that were not sent yet: the old server had them.
 */
export async function followEpoch(epoch: string): Promise<void> {
  const store = useStore()
  const device = await thisDevice()
  if (!epoch || device.epoch === epoch) return
  await store.transaction([deviceTable, feedTable, outboxTable, photoTable], async () => {
    await store.rows(deviceTable).update('this', { epoch })
    if (!device.epoch) return
    // What was seen of the book before is no witness of the book as it goes on now.
    await store.rows(feedTable).toCollection().modify({ head: NONE_SEEN })
    const held = await store.rows(outboxTable).toArray()
    await store.rows(outboxTable).bulkPut(held.map(waitingAgain))
    await claimPhotos(held.flatMap((item) => item.photos ?? []))
  })
}

function waitingAgain({ photosBy: _, ...item }: OutboxItem): OutboxItem {
  return { ...item, state: 'waiting' }
}

/**
 * Note that the photos of applied items were on the server when its newest entry was `entry`.
 *
 * A backup that holds an entry after it was made later, so it holds the photos too. Call it once the feed was read.
 */
export async function notePhotosThere(estate: string, entry: number): Promise<void> {
  const items = useStore().rows(outboxTable)
  await useStore().transaction([outboxTable, photoTable], async () => {
    const fresh = (await applied(estate)).filter(
      ({ photos, photosBy }) => photos?.length && photosBy === undefined,
    )
    const unsent = new Set(await unsentOf(fresh.flatMap(({ photos }) => photos ?? [])))
    for (const { id, photos } of fresh)
      if (!photos?.some((sha256) => unsent.has(sha256))) await items.update(id, { photosBy: entry })
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
  // Ages are by the server's clock: whoever sets the phone's must not make it forget.
  const oldest = new Date(corrected().getTime() - (await keepDays()) * 86_400_000).toISOString()
  await store.transaction([outboxTable, photoTable, photoBytesTable], async () => {
    const done = (await applied(estate)).filter((item) => isDone(item, safeUpTo, oldest))
    const unsent = new Set(await unsentOf(done.flatMap((item) => item.photos ?? [])))
    const gone = done.filter(({ photos }) => !photos?.some((sha256) => unsent.has(sha256)))
    if (gone.length === 0) return
    await store.rows(outboxTable).bulkDelete(gone.map(({ id }) => id))
    const left = await store.rows(outboxTable).toArray()
    const named = new Set(left.flatMap((item) => item.photos ?? []))
    await forgetSent(gone.flatMap((item) => item.photos ?? []).filter((sha) => !named.has(sha)))
  })
}

function applied(estate: string): Promise<OutboxItem[]> {
  const items = useStore().rows(outboxTable)
  return items.filter((item) => item.state === 'applied' && item.estate === estate).toArray()
}

function isDone(item: OutboxItem, safeUpTo: number, oldest: string): boolean {
  return isSafe(item, safeUpTo) || (item.settledAt ?? '') < oldest
}

/** Photos may come after their record, and so after a backup that has the record alone. */
function isSafe({ answer, photos, photosBy }: OutboxItem, safeUpTo: number): boolean {
  if (answer?.entry === undefined || answer.entry > safeUpTo) return false
  return !photos?.length || (photosBy !== undefined && photosBy < safeUpTo)
}

async function keepDays(): Promise<number> {
  if (isFull()) return 0
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  return quota > 0 && usage / quota > CROWDED ? 0 : KEEP_DAYS
}
