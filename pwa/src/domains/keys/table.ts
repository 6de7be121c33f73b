import type { TableSpec } from '@/core/domain'
import type { KeyLoan, KeySet } from '@/domains/keys/types'

export const keySetTable: TableSpec<KeySet> = { name: 'keySets', indexes: { 7: 'id, estate' } }
export const keyLoanTable: TableSpec<KeyLoan> = {
  name: 'keyLoans',
  indexes: { 7: 'id, estate, keySetId' },
}
