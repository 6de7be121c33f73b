/** A key list that was read: what it would register, and what it cannot. */
import { newId } from '@/core/ids'
import { itemOf } from './acts'
import type { Said } from './said'

/** A row as the server read it; `said` is null where `why` tells what stands in the way. */
export interface ListRow {
  row: number
  keyNo: string
  place: string
  said: Said['register'] | null
  why: string | null
  value: string
}

export interface KeyList {
  rows: ListRow[]
  /** Titles of columns that mean nothing here. */
  unread: string[]
}

/** Answer the registrations of all rows that can be. */
export function registrationsOf({ rows }: KeyList) {
  return rows.flatMap(({ said }) =>
    said ? [itemOf({ id: newId(), keyNo: said.keyNo }, 'register', said)] : [],
  )
}

/** Answer the rows that cannot be registered. */
export function refusedOf({ rows }: KeyList): ListRow[] {
  return rows.filter(({ said }) => said === null)
}
