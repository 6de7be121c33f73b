/** One run of the sync: photos get a head start, records follow, the rest of the photos, then what is new. */
import { elapsedMs, now } from '@/core/clock'
import { thisDevice } from '@/core/device/device'
import type { Refusal } from '@/core/http/client'
import { allItems } from '@/core/outbox/queue'
import type { OutboxItem } from '@/core/outbox/types'
import { unsentOf } from '@/core/photos/photos'
import { finishLeaving, forgetMakers, shutOut } from '@/core/session/leave'
import { sessionExpired, useSession } from '@/core/session/session'
import { keepRescueKey } from '@/core/rescue/key'
import { makerTable } from '@/core/session/table'
import { useStore } from '@/core/store/use'
import { sendPhotos } from '@/core/sync/photos'
import { pullEstate } from '@/core/sync/pull'
import { heartbeat, pushParcel, type Parcel, type Sent } from '@/core/sync/push'
import { syncState } from '@/core/sync/state'
import { feedTable } from '@/core/sync/table'

/** A record must not wait for pictures on a slow network: after this it goes first, and they are shown as awaited. */
const HEAD_START_MS = 4_000
/** A phone with nothing to send says so this often, so that the supervisor knows nothing is held back. */
const HEARTBEAT_MS = 3 * 60_000

/** Run once: send what waits, say that we are alive, read what is new. Answers `done` or the first obstacle. */
export async function syncOnce(): Promise<Sent> {
  syncState.moved = false
  syncState.photosDone = 0
  syncState.slow = false
  const sent = await sendAll()
  const failed = sent === 'offline' || sent === 'server'
  // Who has just come in finds nothing here to work with: what others could not send must not keep it from them.
  if (failed && !(await nothingRead())) return sent
  await finishLeaving()
  await forgetMakers()
  const pulled = await pullAll()
  return sent === 'done' ? pulled : sent
}

async function sendAll(): Promise<Sent> {
  const parcels = await parcelsToSend()
  let worst: Sent = parcels.length === 0 ? await beatIfDue() : 'done'
  for (const { parcel, items } of parcels) {
    const ended = await sendParcel(parcel, items)
    if (ended === 'offline' || ended === 'server') return ended
    if (ended === 'unauthorized') await noteEnd(parcel)
    if (ended !== 'done') worst = ended
  }
  return worst
}

async function sendParcel(parcel: Parcel, items: OutboxItem[]): Promise<Sent> {
  const hashes = items.flatMap((item) => item.photos ?? [])
  syncState.photosTotal = (await unsentOf(hashes)).length
  const first = await sendPhotos(parcel, hashes, elapsedMs() + HEAD_START_MS)
  syncState.slow = first === 'slow'
  if (first === 'unauthorized') return first
  const pushed = await pushParcel(parcel)
  if (pushed !== 'done') return pushed
  const rest = first === 'done' ? first : await sendPhotos(parcel, hashes)
  return rest === 'slow' ? 'done' : rest
}

/** Answer what is to be sent: items that wait, and applied ones whose photos are still here, by maker and estate. */
async function parcelsToSend(): Promise<{ parcel: Parcel; items: OutboxItem[] }[]> {
  const items = await allItems()
  const unsent = new Set(await unsentOf(items.flatMap((item) => item.photos ?? [])))
  const due = items.filter(
    (item) =>
      item.state === 'waiting' || (item.photos?.some((sha256) => unsent.has(sha256)) ?? false),
  )
  const found = await Promise.all(parted(due).map(parcelOf))
  return found.filter((parcel) => parcel !== null)
}

/** Answer items parted by maker and estate, each part in the order it came. */
function parted(items: readonly OutboxItem[]): OutboxItem[][] {
  const parts = new Map<string, OutboxItem[]>()
  for (const item of items) {
    const name = `${item.by}/${item.estate}`
    parts.set(name, [...(parts.get(name) ?? []), item])
  }
  return [...parts.values()]
}

async function parcelOf(
  items: OutboxItem[],
): Promise<{ parcel: Parcel; items: OutboxItem[] } | null> {
  const [{ by, estate } = { by: '', estate: '' }] = items
  const maker = await useStore().rows(makerTable).get(by)
  return maker ? { parcel: { maker: by, estate, pushToken: maker.pushToken }, items } : null
}

async function beatIfDue(): Promise<Sent> {
  const { me, estate } = useSession()
  const { contactAt } = await thisDevice()
  const maker = me.value && (await useStore().rows(makerTable).get(me.value.id))
  // A contact that lies ahead was made before the clock was put back.
  const since = Math.abs(now().getTime() - Date.parse(contactAt || '1970-01-01'))
  if (!maker || !estate.value || since < HEARTBEAT_MS) return 'done'
  return heartbeat({ maker: maker.id, estate: estate.value.id, pushToken: maker.pushToken })
}

async function nothingRead(): Promise<boolean> {
  const { me, expired } = useSession()
  return me.value !== null && !expired.value && (await useStore().rows(feedTable).count()) === 0
}

async function pullAll(): Promise<'done' | Refusal['why']> {
  const { me, expired } = useSession()
  if (expired.value) return 'unauthorized'
  for (const { id } of me.value?.estates ?? []) {
    const ended = await pullEstate(id)
    if (ended === 'unauthorized') sessionExpired()
    if (ended !== 'done') return ended
  }
  if (me.value) await keepRescueKey()
  return 'done'
}

/** Whom the server no longer takes items from, the phone lets in no more; only the person here can sign in again. */
async function noteEnd(parcel: Parcel): Promise<void> {
  await shutOut([parcel.maker])
  if (useSession().me.value?.id === parcel.maker) sessionExpired()
}
