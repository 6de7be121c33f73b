/** Photos on this phone, by hash. A photo is kept before any record names it, so a killed page loses none. */
import { credentials } from '@/core/http/client'
import { aheadTable, photoBytesTable, photoTable } from '@/core/photos/table'
import { PhotoRefused, type KeptPhoto, type ShrunkPhoto } from '@/core/photos/types'
import { useStore } from '@/core/store/use'

const BOTH = [photoTable, photoBytesTable]

/**
 * Keep a shrunk photo as a draft and read it back.
 *
 * taken  when (UTC, by the phone's clock), and whether by the camera inside the app
 *
 * Answers the photo as kept; the same bytes kept before stay one photo. Rejects with PhotoRefused:
 * then nothing has been kept and the person must be told.
 */
export async function keepPhoto(
  photo: ShrunkPhoto,
  taken: { at: Date; live: boolean },
): Promise<KeptPhoto> {
  const { sha256, bytes, ...facts } = photo
  const fresh = { sha256, ...facts, takenAt: taken.at.toISOString(), live: taken.live }
  try {
    await useStore().transaction(BOTH, async () => {
      const before = await photos().get(sha256)
      await photos().put({ state: 'draft', ...fresh, ...before, drafts: (before?.drafts ?? 0) + 1 })
      if (!before) await bytesOf().put({ sha256, bytes })
    })
  } catch (error) {
    throw new PhotoRefused(isFull(error) ? 'photos.no_space' : 'photos.not_kept')
  }
  const kept = await photos().get(sha256)
  const there = await readBytes(sha256)
  if (!kept || there?.byteLength !== bytes.byteLength) throw new PhotoRefused('photos.not_kept')
  return kept
}

/**
 * Turn drafts into photos that wait for the network, because a saved record now names them.
 *
 * Call it inside the transaction that saves the record, with `photoTable` among its tables.
 * A photo sent before waits again: it may be new to the estate of this record.
 */
export async function claimPhotos(hashes: readonly string[]): Promise<void> {
  await photos()
    .where('sha256')
    .anyOf([...hashes])
    .modify({ state: 'waiting' })
}

/** Take a photo out of unsaved work; its bytes go once no other unsaved work holds it and no record names it. */
export async function dropDraft(sha256: string): Promise<void> {
  await useStore().transaction(BOTH, async () => {
    const photo = await photos().get(sha256)
    if (photo?.state !== 'draft') return
    if (photo.drafts > 1) await photos().update(sha256, { drafts: photo.drafts - 1 })
    else await forget([sha256])
  })
}

/** Answer the bytes of a photo kept here, or null. */
export async function readBytes(sha256: string): Promise<ArrayBuffer | null> {
  const apart = await bytesOf().get(sha256)
  return apart?.bytes ?? (await photos().get(sha256))?.bytes ?? null
}

/** Answer the bytes to show a photo by: of one kept here, else of one brought ahead; null for neither. */
export async function readShown(sha256: string): Promise<ArrayBuffer | null> {
  return (await readBytes(sha256)) ?? (await useStore().rows(aheadTable).get(sha256))?.bytes ?? null
}

/** Answer the hashes of all photos the server has not got, oldest first; reads no bytes. */
export async function waitingPhotos(): Promise<string[]> {
  return photos()
    .where('[state+takenAt]')
    .between(['waiting', ''], ['waiting', '\uffff'])
    .primaryKeys()
}

/** Answer which of `hashes` the server has not got yet. */
export async function unsentOf(hashes: readonly string[]): Promise<string[]> {
  const waiting = new Set(await waitingPhotos())
  return hashes.filter((sha256) => waiting.has(sha256))
}

/** The server says it has the photo (201 or 200). */
export async function markSent(sha256: string): Promise<void> {
  await photos().update(sha256, { state: 'sent' })
}

/**
 * Let go of sent photos whose records are safe (`protocol.md` 6); those still waiting or held stay.
 *
 * Inside a transaction it needs both tables of photos.
 */
export async function forgetSent(hashes: readonly string[]): Promise<void> {
  const sent = await photos()
    .where('sha256')
    .anyOf([...hashes])
    .and((photo) => photo.state === 'sent')
    .primaryKeys()
  await forget(sent)
}

async function forget(hashes: string[]): Promise<void> {
  await photos().bulkDelete(hashes)
  await bytesOf().bulkDelete(hashes)
}

/**
 * Answer an address to show a photo by: of the bytes kept here, else the server's, in `size`.
 *
 * Give it back with `releasePhotoUrl`, or let `PhotoImage.vue` do both.
 */
export async function photoUrl(
  sha256: string,
  size: 'screen' | 'thumb' = 'screen',
): Promise<string> {
  const bytes = await readShown(sha256)
  // A picture's address is asked for with the browser's cookie, whosever that is.
  if (!bytes && credentials.foreign) return ''
  if (!bytes) return `/api/v1/photos/${sha256}?size=${size}${ofEstate()}`
  const kept = await photos().get(sha256)
  return URL.createObjectURL(new Blob([bytes], { type: kept?.mime ?? 'image/jpeg' }))
}

/** A picture carries no header, so its address must name the estate to who works in several. */
function ofEstate(): string {
  return credentials.estate ? `&estate=${credentials.estate}` : ''
}

/** Free what `photoUrl` answered. */
export function releasePhotoUrl(url: string): void {
  if (url.startsWith('blob:')) URL.revokeObjectURL(url)
}

function photos() {
  return useStore().rows(photoTable)
}

function bytesOf() {
  return useStore().rows(photoBytesTable)
}

function isFull(error: unknown): boolean {
  // Dexie wraps the browser's error when the transaction aborts.
  const { name, inner } = error as { name?: string; inner?: { name?: string } }
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError'
}
