/** Sends one maker's items of one estate: batch by batch, each item settled by its own answer. */
import { now } from '@/core/clock'
import { rememberContact, thisDevice } from '@/core/device/device'
import { post, type Refusal } from '@/core/http/client'
import { countWaiting, waitingOf } from '@/core/outbox/queue'
import type { OutboxItem } from '@/core/outbox/types'
import { useStore } from '@/core/store/use'
import { MOST_ITEMS, nextBatch } from '@/core/sync/batch'
import { followEpoch, letGo } from '@/core/sync/safe'
import { settle } from '@/core/sync/settle'
import { gotThrough, syncState } from '@/core/sync/state'
import { feedTable } from '@/core/sync/table'
import { asSent, type PushAnswer } from '@/core/sync/wire'

const PATIENCE_MS = 60_000

/** Whose items, of which estate, under which token. One push has one maker. */
export interface Parcel {
  maker: string
  estate: string
  pushToken: string
}

export type Sent = 'done' | Refusal['why']

/** Answer what every call of this maker carries: no cookie counts, only the token. */
export function tokenHeaders({ pushToken }: Parcel): Record<string, string> {
  return { 'X-Push-Token': pushToken }
}

/**
 * Push until nothing of this parcel waits that the server would decide on in this run.
 *
 * Answers `done`, or why it ended early: then everything unanswered still waits. A push refused as a whole is tried in
 * smaller parts, so that one bad item never holds up the others.
 */
export async function pushParcel(parcel: Parcel): Promise<Sent> {
  const held = new Set<string>()
  let most = MOST_ITEMS
  for (;;) {
    const batch = nextBatch(await waitingIn(parcel), held, most)
    if (batch.length === 0) return 'done'
    const answer = await send(parcel, batch)
    if (answer === 'refused' && batch.length > 1) most = Math.ceil(batch.length / 2)
    else if (answer === 'refused') batch.forEach((item) => held.add(item.about))
    else if (typeof answer === 'string') return answer
    else {
      answer.forEach((item) => held.add(item.about))
      most = Math.min(most * 2, MOST_ITEMS)
    }
  }
}

/** Tell the server that this phone is alive and how many items it holds: an empty push. */
export async function heartbeat(parcel: Parcel): Promise<Sent> {
  const answer = await send(parcel, [])
  return typeof answer === 'string' ? answer : 'done'
}

/** Send one batch and settle it. Answers the items left without an answer, or why nothing was settled. */
async function send(
  parcel: Parcel,
  batch: readonly OutboxItem[],
): Promise<OutboxItem[] | Refusal['why']> {
  const askedAt = now()
  batch.forEach(({ id }) => syncState.sending.add(id))
  try {
    const answer = await post<PushAnswer>('/sync/push', await envelope(batch), {
      headers: tokenHeaders(parcel),
      patienceMs: PATIENCE_MS,
    })
    if (!answer.ok) return waitsFor(answer)
    await rememberContact(answer.data.serverTime, askedAt)
    await followEpoch(answer.data.epoch)
    const undecided = await settle(batch, answer.data.answers)
    noteUndecided(batch, undecided, answer.data)
    await letGo(parcel.estate, answer.data.safeUpTo)
    return undecided
  } finally {
    batch.forEach(({ id }) => syncState.sending.delete(id))
  }
}

/** Newer than the server, held in quarantine, or the server failed at it: it waits, and 待上传 says so. */
function noteUndecided(
  batch: readonly OutboxItem[],
  undecided: readonly OutboxItem[],
  { held }: PushAnswer,
): void {
  if (undecided.length < batch.length) gotThrough()
  const codes = new Map(held.map(({ id, code }) => [id, code]))
  batch.forEach(({ id }) => syncState.undecided.delete(id))
  undecided.forEach(({ id }) => syncState.undecided.set(id, codes.get(id) ?? ''))
}

/**
 * Only what is said about a push's content may lie in one of its items. Too many calls (429) are like a server that is
 * down; a token that is not for this phone (403) is one that signing in renews.
 */
function waitsFor({ why, status }: Refusal): Refusal['why'] {
  if (why !== 'refused') return why
  return status === 429 ? 'server' : status === 403 ? 'unauthorized' : why
}

async function envelope(batch: readonly OutboxItem[]) {
  const { deviceId, lastSeq, epoch } = await thisDevice()
  const feeds = await useStore().rows(feedTable).toArray()
  return {
    deviceId,
    sentAt: now().toISOString(),
    lastSeq,
    waiting: (await countWaiting()) - batch.length,
    epoch: epoch || null,
    head: Object.fromEntries(feeds.map(({ id, head }) => [id, head])),
    items: batch.map(asSent),
  }
}

async function waitingIn({ maker, estate }: Parcel): Promise<OutboxItem[]> {
  return (await waitingOf(maker)).filter((item) => item.estate === estate)
}
