/** The way out for what a phone cannot send: everything unsent in one sealed file, which any other phone hands in. */
import { thisDevice } from '@/core/device/device'
import type { Answer } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { upload } from '@/core/http/upload'
import { allItems } from '@/core/outbox/queue'
import type { OutboxItem } from '@/core/outbox/types'
import { readBytes, unsentOf } from '@/core/photos/photos'
import { sealFile } from '@/core/rescue/seal'
import { makerTable } from '@/core/session/table'
import { useStore } from '@/core/store/use'
import { asSent } from '@/core/sync/wire'

/** What came of a file handed in. */
export type Rescued = Schemas['RescuedOut']

/** What would go into a rescue file now. */
export interface Unsent {
  items: OutboxItem[]
  /** Hashes of photos that are here and not on the server, with the item that names each first. */
  photos: { sha256: string; item: OutboxItem }[]
}

/** Answer everything on this phone that the server has not got, of all makers. */
export async function readUnsent(): Promise<Unsent> {
  const all = await allItems()
  const items = all.filter(({ state }) => state === 'waiting')
  const unsent = new Set(await unsentOf(all.flatMap(({ photos }) => photos ?? [])))
  const photos = all.flatMap((item) =>
    (item.photos ?? [])
      .filter((sha256) => unsent.delete(sha256))
      .map((sha256) => ({ sha256, item })),
  )
  return { items, photos }
}

/** Answer the file of everything unsent, or null when this phone never got the server's key. */
export async function makeRescueFile(): Promise<Blob | null> {
  const device = await thisDevice()
  return device.rescueKey ? sealFile(device.rescueKey, recordsOf(await readUnsent())) : null
}

async function* recordsOf(unsent: Unsent): AsyncGenerator<BufferSource> {
  yield new TextEncoder().encode(JSON.stringify(await manifestOf(unsent)))
  for (const { sha256 } of unsent.photos) yield (await readBytes(sha256)) ?? new ArrayBuffer(0)
}

async function manifestOf({ items, photos }: Unsent) {
  const makers = await useStore().rows(makerTable).toArray()
  const tokens = new Map(makers.map(({ id, pushToken }) => [id, pushToken]))
  const { deviceId, lastSeq } = await thisDevice()
  const parcels = new Map<string, { pushToken: string; estate: string; items: unknown[] }>()
  for (const item of items) {
    const key = `${item.by}/${item.estate}`
    const fresh = { pushToken: tokens.get(item.by) ?? '', estate: item.estate, items: [] }
    const parcel = parcels.get(key) ?? fresh
    parcel.items.push(asSent(item))
    parcels.set(key, parcel)
  }
  return {
    deviceId,
    lastSeq,
    parcels: [...parcels.values()],
    photos: photos.map(({ sha256, item: { by, estate } }) => ({
      pushToken: tokens.get(by) ?? '',
      estate,
      sha256,
    })),
  }
}

/** Hand in a file that some phone has made. */
export function handIn(file: Blob, onProgress: (share: number) => void): Promise<Answer<Rescued>> {
  return upload<Rescued>('/sync/rescue', file, onProgress)
}
