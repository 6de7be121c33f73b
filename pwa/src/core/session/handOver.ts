/** Handing the phone over among the persons it knows, without a network. */
import { now } from '@/core/clock'
import { copyTables, forgetCopies, rest } from '@/core/session/leave'
import { estatesInCommon, standingOf, triesLeft, type Standing } from '@/core/session/rules'
import { show } from '@/core/session/session'
import {
  leavingTable,
  makerTable,
  sessionTable,
  type Entry,
  type Me,
  type Membership,
  type SessionRow,
} from '@/core/session/table'
import { matches } from '@/core/session/verifier'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'

/** Somebody who may take this phone over with the password alone. */
export interface Known {
  me: Me
  standing: Exclude<Standing, 'over'>
  usedAt: string
}

/** `missing`: estates of which the phone holds nothing now. `left`: how many more wrong passwords are borne. */
export type Entered =
  | { ok: true; missing: Membership[] }
  | { ok: false; why: 'wrong' | 'locked' | 'over'; left: number }

/** Answer the persons of the last 14 days besides the one signed in, who was here last first. */
export async function knownPersons(): Promise<Known[]> {
  const { rows } = useStore()
  const session = await rows(sessionTable).get('now')
  const makers = await rows(makerTable).toArray()
  const entries = makers.flatMap(({ id, entry }) => (entry && id !== session?.me.id ? [entry] : []))
  return entries
    .flatMap(({ me, usedAt, ...entry }) => {
      const standing = standingOf({ me, usedAt, ...entry }, now())
      return standing === 'over' ? [] : [{ me, usedAt, standing }]
    })
    .sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
}

/**
 * Let a known person in by password alone. The session of the one before is not theirs to use: until they sign in with
 * the network, they count as expired.
 */
export async function enterOffline(id: string, password: string): Promise<Entered> {
  const entry = await countTry(id)
  if (typeof entry === 'string') return { ok: false, why: entry, left: 0 }
  if (!(await matches(password, entry.verifier))) {
    const left = triesLeft(entry.tries)
    return { ok: false, why: left > 0 ? 'wrong' : 'locked', left }
  }
  show(await takeOver(id, entry))
  return { ok: true, missing: await missingOf(entry.me) }
}

/** Counted before it is checked: a page that is killed or doubled meanwhile buys no further try. */
async function countTry(id: string): Promise<Entry | 'locked' | 'over'> {
  const store = useStore()
  return store.transaction([makerTable], async () => {
    const maker = await store.rows(makerTable).get(id)
    const standing = maker?.entry ? standingOf(maker.entry, now()) : 'over'
    if (!maker?.entry || standing !== 'open') return standing === 'locked' ? 'locked' : 'over'
    const entry = { ...maker.entry, tries: maker.entry.tries + 1 }
    await store.rows(makerTable).put({ ...maker, entry })
    return entry
  })
}

async function takeOver(id: string, entry: Entry): Promise<SessionRow> {
  const store = useStore()
  const { rows } = store
  const tables = [sessionTable, leavingTable, makerTable, ...copyTables()]
  return store.transaction(tables, async () => {
    const before = await rows(sessionTable).get('now')
    if (before) await rest(before)
    if (before && !before.offline)
      await rows(leavingTable).put({
        id: 'left',
        csrfToken: before.csrfToken,
        by: before.me.id,
      })
    await forgetCopies(estatesInCommon(before?.me, entry.me))
    await rows(makerTable).update(id, { 'entry.tries': 0, 'entry.usedAt': now().toISOString() })
    const session = await sessionOf(entry)
    await rows(sessionTable).put(session)
    return session
  })
}

/** Who comes back before the server heard of their going finds the session they left. */
async function sessionOf({ me, estate: last }: Entry): Promise<SessionRow> {
  const left = await useStore().rows(leavingTable).get('left')
  const own = left?.by === me.id ? left.csrfToken : ''
  if (own) await useStore().rows(leavingTable).clear()
  const { id: estate = '' } = me.estates.find(({ id }) => id === last) ?? me.estates[0] ?? {}
  const session = {
    id: 'now' as const,
    me,
    csrfToken: own,
    estate,
    signedInAt: now().toISOString(),
  }
  return own ? session : { ...session, offline: true }
}

async function missingOf({ estates }: Me): Promise<Membership[]> {
  const feeds = await useStore().rows(feedTable).toArray()
  const held = new Set(feeds.map(({ id }) => id))
  return estates.filter(({ id }) => !held.has(id))
}
