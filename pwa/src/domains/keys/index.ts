/** Keys: the cabinet, who has which set until when, and what became of those that are missing. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { keyLoanTable, keySetTable } from '@/domains/keys/table'

export { joinEntriesBy } from '@/domains/keys/needs'

/** Load who tells whose keys hang where. */
export const loadUnitKeys = () => import('@/domains/keys/offers')

export const keys: Room = {
  name: 'keys',
  tables: [keySetTable, keyLoanTable],
  pulled: [
    { kind: 'keys.set', table: keySetTable },
    { kind: 'keys.loan', table: keyLoanTable },
  ],
  todo: officePage(() => import('@/domains/keys/todo/todos')),
  later: { under: ['/keys'], load: officePage(() => import('@/domains/keys/pages')) },
  entrances: [
    {
      ...{ path: '/keys', icon: 'key', title: 'keys.tab', note: 'keys.nav', rail: 'keys' },
      roles: ['steward', 'supervisor', 'manager', 'office_manager'],
      scans: { kinds: ['key_set'], path: '/keys/scan' },
    },
  ],
}
