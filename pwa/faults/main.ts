/** The phone of the fault tests: the product's own store, outbox, sync and session, without its pages. */
import { openDevice, thisDevice } from '@/core/device/device'
import { allItems } from '@/core/outbox/queue'
import { photoTable } from '@/core/photos/table'
import { provideRooms, pulledKinds } from '@/core/rooms'
import { followSession, openSession, refreshSession, useSession } from '@/core/session/session'
import { openStore, storeTrouble } from '@/core/store/health'
import { buildStore } from '@/core/store/store'
import { provideStore, useStore } from '@/core/store/use'
import { startSync, syncNow } from '@/core/sync/loop'
import { pullEstate } from '@/core/sync/pull'
import { syncState } from '@/core/sync/state'
import { feedTable } from '@/core/sync/table'
import { coreTables } from '@/core/tables'

import { capture } from './capture'
import { joinDomains, rooms } from './rooms'

/** Start as `shell/main.ts` does. */
async function open(): Promise<string> {
  provideRooms(rooms)
  joinDomains()
  const store = buildStore([...coreTables, ...rooms.flatMap((room) => room.tables ?? [])])
  provideStore(store)
  await openStore(store)
  await Promise.all([openDevice(), openSession()]).catch(() => undefined)
  if (!storeTrouble.value) {
    followSession(() => undefined)
    startSync()
    void refreshSession()
  }
  return storeTrouble.value
}

/** Sync at once and wait until it is over; answers what stood in the way, and whether somebody must sign in. */
async function sync() {
  await syncNow()
  while (syncState.running) await new Promise((done) => setTimeout(done, 10))
  return { failed: syncState.failed, expired: useSession().expired.value }
}

async function signIn(login: string, password: string): Promise<string> {
  const answer = await useSession().signIn(login, password, '试验机')
  return answer.ok ? '' : answer.why
}

const me = () => useSession().me.value?.login ?? ''

/** Everything the phone holds of its own. */
async function holds() {
  const items = await allItems()
  const waiting = await useStore()
    .rows(photoTable)
    .where('[state+takenAt]')
    .between(['waiting', ''], ['waiting', '\uffff'])
    .primaryKeys()
  return {
    lastSeq: (await thisDevice()).lastSeq,
    deviceId: (await thisDevice()).deviceId,
    items: items.map(({ id, seq, by, state, answer }) => ({
      ...{ id, seq, by, state },
      code: answer?.code ?? '',
    })),
    photosWaiting: waiting,
  }
}

/** The copies of the server's data, by kind and id; `anew` reads the full state first. */
async function copies(anew: boolean): Promise<Record<string, string>> {
  const { estate } = useSession()
  if (anew) {
    await useStore().rows(feedTable).clear()
    const read = await pullEstate(estate.value?.id ?? '')
    if (read !== 'done') throw new Error(`the full state was not read: ${read}`)
  }
  const found: Record<string, string> = {}
  for (const { kind, table } of pulledKinds())
    for (const row of await useStore().rows(table).toArray())
      found[`${kind}/${row.id}`] = JSON.stringify(row)
  return found
}

/** Set the clock of this phone so many milliseconds off. */
function setClock(ms: number): void {
  localStorage.setItem('clock', String(ms))
}

const signOut = () => useSession().signOut()

Object.assign(window, {
  phone: { open, sync, signIn, signOut, me, capture, holds, copies, setClock },
})
