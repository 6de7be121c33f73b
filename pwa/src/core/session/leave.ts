/** Leaving the phone to another person: what was pulled goes, what waits stays. */
import { now } from '@/core/clock'
import { del } from '@/core/http/client'
import { outboxTable } from '@/core/outbox/table'
import { pulledKinds } from '@/core/rooms'
import { standingOf } from '@/core/session/rules'
import {
  leavingTable,
  makerTable,
  sessionTable,
  type Maker,
  type SessionRow,
} from '@/core/session/table'
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
 * Delete the copies of the server's data, and how far they were read. The outbox is untouched.
 *
 * except  estates whose copies the next person may hold too: they stay to work with, and are read anew in full, for
 *         the feed also tells what is for one person alone
 *
 * Call it inside the transaction that changes the session, with `copyTables` among its tables: a phone that dies
 * between must not show one person's copies to the next.
 */
export async function forgetCopies(except: readonly string[] = []): Promise<void> {
  const { rows } = useStore()
  const ofEstates = pulledKinds().filter(({ alike }) => !alike)
  if (except.length === 0)
    return void (await Promise.all(copyTables().map((table) => rows(table).clear())))
  for (const { table } of ofEstates)
    await rows(table)
      .filter(({ estate }) => !except.includes(estate))
      .delete()
  await rows(feedTable)
    .filter(({ id }) => !except.includes(id))
    .delete()
  await rows(feedTable).toCollection().modify({ cursor: '' })
}

/** Note until when the person of `session` was here, and as whom: their days without a network count from now. */
export async function rest({ me, estate }: SessionRow): Promise<void> {
  await makersNamed([me.id]).modify(({ entry }) => {
    if (entry) Object.assign(entry, { me, estate, usedAt: now().toISOString() })
  })
}

/** Let these persons, or all, in with the network only: what the phone knew of their passwords goes. */
export async function shutOut(ids?: readonly string[]): Promise<void> {
  const makers = ids ? makersNamed(ids) : useStore().rows(makerTable).toCollection()
  await makers.modify(withoutEntry)
}

function makersNamed(ids: readonly string[]) {
  return useStore()
    .rows(makerTable)
    .where('id')
    .anyOf([...ids])
}

/** End the session on this phone at once; the server is told now, or once it can be reached. */
export async function leave(): Promise<void> {
  const store = useStore()
  const tables = [leavingTable, makerTable, sessionTable, ...copyTables()]
  await store.transaction(tables, async () => {
    const { me, csrfToken, offline } = (await store.rows(sessionTable).get('now')) ?? {}
    if (csrfToken && !offline) await store.rows(leavingTable).put({ id: 'left', csrfToken })
    if (me) await shutOut([me.id])
    await store.rows(sessionTable).delete('now')
    await forgetCopies()
  })
}

let telling: Promise<void> | undefined

/** Tell the server of a sign-out, or a hand-over, that it has not heard of; once at a time. */
export function finishLeaving(): Promise<void> {
  telling ??= tell().finally(() => (telling = undefined))
  return telling
}

async function tell(): Promise<void> {
  const left = await useStore().rows(leavingTable).get('left')
  if (!left) return
  const headers = { 'X-CSRF-Token': left.csrfToken }
  const answer = await del('/session', { headers, patienceMs: PATIENCE_MS, cookie: true })
  if (answer.ok || answer.why === 'unauthorized' || answer.why === 'refused') await heardOf()
}

/** The server knows, or the cookie in question is gone: a new sign-in has taken its place. */
export async function heardOf(): Promise<void> {
  await useStore().rows(leavingTable).clear()
}

/**
 * Forget the tokens of earlier persons who can no longer enter offline and of whom nothing is left here; who is signed
 * in, the store says, not this tab.
 */
export async function forgetMakers(): Promise<void> {
  const store = useStore()
  await store.transaction([makerTable, outboxTable, sessionTable], async () => {
    const needed = new Set((await store.rows(outboxTable).toArray()).map(({ by }) => by))
    const session = await store.rows(sessionTable).get('now')
    if (session) needed.add(session.me.id)
    const makers = store.rows(makerTable)
    await makers.filter((one) => one.id !== session?.me.id && isOver(one)).modify(withoutEntry)
    await makers.filter(({ id, entry }) => !needed.has(id) && !entry).delete()
  })
}

const withoutEntry = (maker: Maker) => void delete maker.entry
const isOver = ({ entry }: Maker) => entry !== undefined && standingOf(entry, now()) === 'over'
