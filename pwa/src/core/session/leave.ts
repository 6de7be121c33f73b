/** Leaving the phone to another person: what was pulled goes, what waits stays. */
import { del } from '@/core/http/client'
import { outboxTable } from '@/core/outbox/table'
import { pulledKinds } from '@/core/rooms'
import { leavingTable, makerTable, sessionTable } from '@/core/session/table'
import type { TableSpec } from '@/core/store/spec'
import { feedTable } from '@/core/sync/table'
import { useStore } from '@/core/store/use'

/** Nobody waits longer than this for a sign-out to be heard: the phone is signed out already. */
const PATIENCE_MS = 3_000

/** Answer the tables that a change of persons touches. */
export function copyTables(): TableSpec<unknown>[] {
  return [feedTable, ...new Set(pulledKinds().map(({ table }) => table))]
}

/**
 * Delete every copy of the server's data, and how far it was read. The outbox is untouched.
 *
 * Call it inside the transaction that changes the session, with `copyTables` among its tables: a phone that dies
 * between must not show one person's copies to the next.
 */
export async function forgetCopies(): Promise<void> {
  await Promise.all(copyTables().map((table) => useStore().rows(table).clear()))
}

/** End the session on this phone at once; the server is told now, or once it can be reached. */
export async function leave(csrfToken: string): Promise<void> {
  const store = useStore()
  await store.transaction([leavingTable, sessionTable, ...copyTables()], async () => {
    await store.rows(leavingTable).put({ id: 'left', csrfToken })
    await store.rows(sessionTable).delete('now')
    await forgetCopies()
  })
}

/** Tell the server of a sign-out that it has not heard of. Only while nobody else has signed in since. */
export async function finishLeaving(): Promise<void> {
  const left = await useStore().rows(leavingTable).get('left')
  if (!left) return
  const headers = { 'X-CSRF-Token': left.csrfToken }
  const answer = await del('/session', { headers, patienceMs: PATIENCE_MS })
  if (answer.ok || answer.why === 'unauthorized' || answer.why === 'refused') await heardOf()
}

/** The server knows, or the cookie in question is gone: a new sign-in has taken its place. */
export async function heardOf(): Promise<void> {
  await useStore().rows(leavingTable).clear()
}

/** Forget the tokens of earlier persons of whom nothing is left here; who is signed in, the store says, not this tab. */
export async function forgetMakers(): Promise<void> {
  const store = useStore()
  await store.transaction([makerTable, outboxTable, sessionTable], async () => {
    const needed = new Set((await store.rows(outboxTable).toArray()).map(({ by }) => by))
    const session = await store.rows(sessionTable).get('now')
    if (session) needed.add(session.me.id)
    await store
      .rows(makerTable)
      .filter(({ id }) => !needed.has(id))
      .delete()
  })
}
