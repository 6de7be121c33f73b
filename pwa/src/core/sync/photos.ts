/** Sends photos by their hash: asks which the server has not got, then the bytes of those. */
import { elapsedMs } from '@/core/clock'
import { post, put } from '@/core/http/client'
import { markSent, readBytes, unsentOf } from '@/core/photos/photos'
import { tokenHeaders, type Parcel, type Sent } from '@/core/sync/push'
import { gotThrough, syncState } from '@/core/sync/state'

const ASK_AT_ONCE = 200
const PATIENCE_MS = 120_000
/** So many travel at once: while the server writes one down, the line carries the next. */
const LANES = 3

/** Photos the server will never take as they are: not tried again until the app is opened anew. */
const turnedDown = new Set<string>()

/**
 * Send those of `hashes` that the server has not got.
 *
 * until  page milliseconds (`elapsedMs`) after which no further photo is begun: `slow` is answered then
 *
 * Answers `done`, or why it ended early. One that is turned down does not hold up the others.
 */
export async function sendPhotos(
  parcel: Parcel,
  hashes: readonly string[],
  until = Infinity,
): Promise<Sent | 'slow'> {
  const unsent = (await unsentOf(hashes)).filter((sha256) => !turnedDown.has(sha256))
  for (let i = 0; i < unsent.length; i += ASK_AT_ONCE) {
    const ended = await sendSome(parcel, unsent.slice(i, i + ASK_AT_ONCE), until)
    if (ended !== 'done') return ended
  }
  return 'done'
}

async function sendSome(parcel: Parcel, hashes: string[], until: number): Promise<Sent | 'slow'> {
  const asked = await post<{ missing: string[] }>(
    `/photos/missing?estate=${parcel.estate}`,
    { hashes },
    { headers: tokenHeaders(parcel) },
  )
  if (!asked.ok) return asked.why
  const missing = new Set(asked.data.missing)
  for (const sha256 of hashes.filter((one) => !missing.has(one))) await noteSent(sha256)
  const load: Load = { left: hashes.filter((one) => missing.has(one)), until, ended: 'done' }
  await Promise.all(Array.from({ length: LANES }, () => sendDown(parcel, load)))
  return load.ended
}

/** What the lanes share: the first that ends early ends all. */
interface Load {
  left: string[]
  until: number
  ended: Sent | 'slow'
}

async function sendDown(parcel: Parcel, load: Load): Promise<void> {
  while (load.ended === 'done') {
    if (elapsedMs() > load.until && load.left.length > 0) load.ended = 'slow'
    const sha256 = load.ended === 'done' && load.left.shift()
    if (!sha256) return
    const ended = await sendOne(parcel, sha256)
    if (ended === 'done') await noteSent(sha256)
    else if (ended === 'refused') turnDown(sha256)
    else load.ended = ended
  }
}

async function noteSent(sha256: string): Promise<void> {
  await markSent(sha256)
  gotThrough()
  syncState.photosDone += 1
}

function turnDown(sha256: string): void {
  turnedDown.add(sha256)
  syncState.photosDone += 1
}

async function sendOne(parcel: Parcel, sha256: string): Promise<Sent> {
  const bytes = await readBytes(sha256)
  if (!bytes) return 'refused'
  const headers = { ...tokenHeaders(parcel), 'Content-Type': 'application/octet-stream' }
  const answer = await put(`/photos/${sha256}?estate=${parcel.estate}`, bytes, {
    headers,
    patienceMs: PATIENCE_MS,
  })
  if (answer.ok) return 'done'
  return answer.status === 429 ? 'server' : answer.why
}
