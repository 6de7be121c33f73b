/** A phone for a test: a store of its own, somebody signed in, items and photos to keep. */
import type { Room, TableSpec } from '@/core/domain'
import { newId } from '@/core/ids'
import { outboxTable } from '@/core/outbox/table'
import type { NewItem } from '@/core/outbox/types'
import { photoBytesTable, photoTable } from '@/core/photos/table'
import { provideRooms } from '@/core/rooms'
import { useSession } from '@/core/session/session'
import { buildStore, type Store } from '@/core/store/store'
import { provideStore } from '@/core/store/use'
import { coreTables } from '@/core/tables'

export interface Note {
  id: string
  text: string
}

/** A table of an imagined room, and a kind that is pulled into another. */
export const noteTable: TableSpec<Note> = { name: 'notes', indexes: { 1: 'id' } }
export const copyTable: TableSpec<{ id: string; estate: string; name: string }> = {
  name: 'copies',
  indexes: { 1: 'id' },
}
const room: Room = {
  name: 'trial',
  tables: [noteTable, copyTable],
  pulled: [{ kind: 'trial.copy', table: copyTable }],
}

/** Answer an empty phone on which nobody is signed in; `more` are the rooms it has besides the imagined one. */
export function freshPhone(more: readonly Room[] = []): Store {
  const rooms = [room, ...more]
  const tables = rooms.flatMap((one) => one.tables ?? [])
  const store = buildStore([...coreTables, ...tables], `phone-${newId()}`)
  provideStore(store)
  provideRooms(rooms)
  return store
}

/** Sign in against the test's server. */
export async function signInAs(login: 'anna' | 'bell'): Promise<void> {
  await useSession().signIn(login, 'secret', '一号机')
}

/** Answer an item about `record`. */
export function itemAbout(record: string, more: Partial<NewItem> = {}): NewItem {
  return { kind: 'trial.note', v: 1, about: record, body: { text: record }, title: {}, ...more }
}

/** Put a photo on the phone as a draft, named by `sha256`. */
export async function photoOn(store: Store, sha256: string): Promise<void> {
  await store.rows(photoTable).put({
    sha256,
    mime: 'image/jpeg',
    width: 1,
    height: 1,
    takenAt: '2026-11-23T07:38:40.000Z',
    live: true,
    state: 'draft',
    drafts: 1,
  })
  await store.rows(photoBytesTable).put({ sha256, bytes: new Uint8Array([1, 2, 3]).buffer })
}

/** Answer how the items on the phone stand, by the record each is about. */
export async function statesOn(store: Store): Promise<Record<string, string>> {
  const items = await store.rows(outboxTable).toArray()
  return Object.fromEntries(items.map(({ about, state }) => [about, state]))
}
