/** A key list that was read: what it would register. */
import { newId } from '@/core/ids'
import type { List, ListRow } from '@/ground/register/lists/useListFile'
import { itemOf } from './acts'
import type { Said } from './said'

export type KeyListRow = ListRow<Said['register']> & { keyNo: string }
export type KeyList = List<KeyListRow>

/** Answer the registrations of all rows that can be. */
export function registrationsOf({ rows }: KeyList) {
  return rows.flatMap(({ said }) =>
    said ? [itemOf({ id: newId(), keyNo: said.keyNo }, 'register', said)] : [],
  )
}
