/** Reading the outbox: what waits, what was refused, whose it is. */
import { now } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { ItemState, OutboxItem } from '@/core/outbox/types'
import { useStore } from '@/core/store/use'

/** Answer how many items the server has not answered yet, of all makers. */
export function countWaiting(): Promise<number> {
  return inState('waiting').count()
}

/** Answer one maker's unanswered items in the order they were made. */
export function waitingOf(maker: string): Promise<OutboxItem[]> {
  return outbox().where('[state+by]').equals(['waiting', maker]).sortBy('seq')
}

/** Answer the makers who have unanswered items here. */
export async function makersWaiting(): Promise<string[]> {
  const keys = (await inState('waiting').keys()) as unknown as [ItemState, string][]
  return [...new Set(keys.map(([, by]) => by))]
}

/** Answer every item the phone still holds, oldest first. */
export function allItems(): Promise<OutboxItem[]> {
  return outbox().orderBy('seq').toArray()
}

/** Answer the items about one record, oldest first. */
export function itemsAbout(record: string): Promise<OutboxItem[]> {
  return outbox().where('about').equals(record).sortBy('seq')
}

/** Keep that the maker took note of a refusal; the item itself stays, as it does on the server. */
export async function takeNote(id: string): Promise<void> {
  await outbox().update(id, { readAt: now().toISOString() })
}

function inState(state: ItemState) {
  return outbox().where('[state+by]').between([state, ''], [state, '\uffff'])
}

function outbox() {
  return useStore().rows(outboxTable)
}
