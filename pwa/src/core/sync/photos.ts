/** Sends photos by their hash: asks which the server has not got, then the bytes of those. */
import { elapsedMs } from '@/core/clock'
import { post, put } from '@/core/http/client'
import { markSent, readBytes, unsentOf } from '@/core/photos/photos'
import { tokenHeaders, type Parcel, type Sent } from '@/core/sync/push'
import { syncState } from '@/core/sync/state'

const ASK_AT_ONCE = 200
const PATIENCE_MS = 120_000

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
  for (const sha256 of hashes) {
    if (elapsedMs() > until) return 'slow'
    const ended = missing.has(sha256) ? await sendOne(parcel, sha256) : 'done'
    if (ended === 'refused') turnedDown.add(sha256)
    else if (ended !== 'done') return ended
    else await markSent(sha256)
    syncState.photosDone += 1
  }
  return 'done'
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
