/** Doing something with keys: kept on the phone at once, sent when there is a network. */
import { get } from '@/core/http/client'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, type NewItem } from '@/core/outbox/outbox'
import { syncState } from '@/core/sync/state'
import { newId } from '@/core/ids'
import type { CheckedSlot } from '@/domains/keys/checking'
import type { Act, Said } from '@/domains/keys/said'
import type { KeyPhoto, KeySet, Strokes } from '@/domains/keys/types'

export type { WhyNotKept } from '@/core/outbox/notKept'
export { takeNote } from '@/core/outbox/queue'

type Named = Pick<KeySet, 'id' | 'keyNo'>

const PATIENCE_MS = 1_500

/** Answer the item of an act. */
export function itemOf<K extends Act>(set: Named, act: K, said: Said[K]): NewItem {
  const photos = photosIn(said).map(({ sha256 }) => sha256)
  return {
    kind: `keys.${act}`,
    v: 1,
    about: set.id,
    body: { keySetId: set.id, ...said },
    title: { keyNo: set.keyNo },
    ...(photos.length > 0 && { photos }),
  }
}

/** Say whether the last thing heard of the server was an answer. */
export function isOnline(): boolean {
  return syncState.online && syncState.failed === ''
}

/** Say whether the server answers now: its last word may be minutes old, and keys leave the desk by this one. */
async function isReached(): Promise<boolean> {
  if (!isOnline()) return false
  const answer = await get('/session', { patienceMs: PATIENCE_MS })
  return answer.ok || answer.why === 'unauthorized' || answer.why === 'refused'
}

function photosIn(said: Said[Act]): KeyPhoto[] {
  const own = 'photos' in said ? said.photos : []
  const proven = 'proofs' in said ? (said.proofs?.mandate?.photos ?? []) : []
  return [...own, ...proven]
}

/** Keep these items, all or none. Answers their ids, or why they could not be kept. */
export async function keepItems(items: readonly NewItem[]): Promise<string[] | WhyNotKept> {
  try {
    return (await keep(items)).map(({ id }) => id)
  } catch (error) {
    return whyNotKept(error)
  }
}

/** Keep acts whose maker waits for the answer while the server can be reached (`protocol.md` 9); else as `keepItems`. */
export async function keepWaited(items: readonly NewItem[]): Promise<string[] | WhyNotKept> {
  const live = await isReached()
  return keepItems(live ? items.map((item) => ({ ...item, live: true as const })) : items)
}

/** Keep one act. Answers why not when it could not be kept. */
export async function keepAct<K extends Act>(
  set: Named,
  act: K,
  said: Said[K],
): Promise<WhyNotKept | null> {
  const kept = await keepWaited([itemOf(set, act, said)])
  return typeof kept === 'string' ? kept : null
}

/** Answer the item of a spot check that was signed. */
export function checkItem(slots: readonly CheckedSlot[], strokes: Strokes): NewItem {
  const checkId = newId()
  const body = { checkId, slots, private: { strokes } }
  return { kind: 'keys.spot_check', v: 1, about: checkId, body, title: {} }
}

/** Answer the item of the month's review of all that is out; `month` as 2026-11. */
export function reviewItem(
  month: string,
  loans: readonly string[],
  note: string,
  strokes: Strokes,
): NewItem {
  const reviewId = newId()
  const body = { reviewId, month, loans, note, private: { strokes } }
  return { kind: 'keys.review', v: 1, about: reviewId, body, title: {} }
}
