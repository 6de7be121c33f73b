/** Which items go into the next push. Pure. */
import type { OutboxItem } from '@/core/outbox/types'
import { asSent } from '@/core/sync/wire'

export const MOST_ITEMS = 200
/** Below the server's 2 MB, for the envelope around the items. */
export const MOST_BYTES = 1_900_000

/**
 * Answer the next batch of `waiting` (one maker and estate, in order of `seq`).
 *
 * held   records whose earlier item got no answer in this run: what is about them waits, all else goes on
 * most   how many at most; smaller than MOST_ITEMS while a bad item is being looked for
 */
export function nextBatch(
  waiting: readonly OutboxItem[],
  held: ReadonlySet<string>,
  most: number,
): OutboxItem[] {
  const batch: OutboxItem[] = []
  let bytes = 0
  for (const item of waiting) {
    if (held.has(item.about)) continue
    bytes += sizeOf(item)
    if (batch.length > 0 && (batch.length >= most || bytes > MOST_BYTES)) break
    batch.push(item)
  }
  return batch
}

function sizeOf(item: OutboxItem): number {
  return new TextEncoder().encode(JSON.stringify(asSent(item))).length
}
