/** Leaving the phone to another person: what was pulled goes, what waits stays. */
import { del } from '@/core/http/client'
import { outboxTable } from '@/core/outbox/table'
import { pulledKinds } from '@/core/rooms'
import { leavingTable, makerTable } from '@/core/session/table'
import { feedTable } from '@/core/sync/table'
import { useStore } from '@/core/store/use'

/** Delete every copy of the server's data, and how far it was read, in one transaction. The outbox is untouched. */
export async function forgetCopies(): Promise<void> {
  const store = useStore()
  const copies = [...new Set(pulledKinds().map(({ table }) => table))]
  await store.transaction([feedTable, ...copies], async () => {
    await store.rows(feedTable).clear()
    await Promise.all(copies.map((table) => store.rows(table).clear()))
  })
}

/** End the session on the server too, now or once it can be reached. */
export async function leave(csrfToken: string): Promise<void> {
  await useStore().rows(leavingTable).put({ id: 'left', csrfToken })
  await finishLeaving()
}

/** Tell the server of a sign-out that it has not heard of. Only while nobody else has signed in since. */
export async function finishLeaving(): Promise<void> {
  const left = await useStore().rows(leavingTable).get('left')
  if (!left) return
  const answer = await del('/session', { headers: { 'X-CSRF-Token': left.csrfToken } })
  if (answer.ok || answer.why === 'unauthorized' || answer.why === 'refused') await heardOf()
}

/** The server knows, or the cookie in question is gone: a new sign-in has taken its place. */
export async function heardOf(): Promise<void> {
  await useStore().rows(leavingTable).clear()
}

/** Forget the tokens of earlier persons of whom nothing is left here. */
export async function forgetMakers(me: string): Promise<void> {
  const store = useStore()
  await store.transaction([makerTable, outboxTable], async () => {
    const busy = new Set((await store.rows(outboxTable).toArray()).map(({ by }) => by))
    await store
      .rows(makerTable)
      .filter(({ id }) => id !== me && !busy.has(id))
      .delete()
  })
}
