/** Key sets and loans for tests, whole by default. */
import { keeperOf } from '@/domains/keys/machine'
import type { Act, OwnAct, Said } from '@/domains/keys/said'
import type { KeyCase, KeyLoan, KeySet, KeySettings, Memo } from '@/domains/keys/types'

export const LIN = keeperOf('p-lin', '林晓岚', 'steward')
export const SHEN = keeperOf('p-shen', '沈若水', 'supervisor')
export const LENT = '2026-11-23T02:00:00.000Z'
export const DUE = '2026-11-24T10:00:00.000Z'

export const SETTINGS: KeySettings = {
  chase_after_days: 3,
  chase_basis: 'later_of_due_and_loan',
  max_loan_days_without_consent: 3,
  spot_check_percent: 10,
  lone_keeper_allowed: false,
}

/** Answer a set of four keys that the developer left here. */
export function keySet(more: Partial<KeySet> = {}): KeySet {
  return {
    ...{ id: 's-1', estate: 'e-1', keyNo: 'K-0421', custodyKind: 'developer_held', unitId: 'u-1' },
    ...{ placeName: '5 栋 801', quantity: 4, cabinetSlot: 'C-04', ring: '', ownerName: '' },
    items: [
      { kind: 'front_door', label: '', count: 2 },
      { kind: 'room', label: '', count: 2 },
    ],
    ...{ ownerPhone: '', receivedOn: '2026-10-01', custodyUntil: null, photos: [], memo: null },
    ...{ state: 'in_cabinet', loanId: null, serial: null, registeredAt: LENT, mandate: null },
    ...{ disputed: [], custodyCalls: [] },
    ...more,
  } as KeySet
}

/** Answer the loan of that set to a colleague. */
export function keyLoan(more: Partial<KeyLoan> = {}): KeyLoan {
  return {
    ...{ id: 'l-1', estate: 'e-1', keySetId: 's-1', keyNo: 'K-0421', placeName: '5 栋 801' },
    ...{ batchId: 'b-1', state: 'open', serial: 'JY-2026-000001', reason: 'repair', phone: '' },
    borrower: { kind: 'staff', personId: 'p-wu', name: '吴建国', department: '', workOrder: '' },
    ...{ quantity: 4, requestedAt: LENT, requestedBy: LIN, lentAt: LENT, lentBy: LIN, dueAt: DUE },
    ...{ chaseFrom: '2026-11-26T02:00:00.000Z', consent: null, proofs: null, idLast4: '' },
    ...{ idKept: false, returned: null, refusedReason: null, closedAt: null },
    ...{ alone: [], calls: [], acts: [] },
    ...more,
  } as KeyLoan
}

/** Answer a set with its loans as a page sees it. */
export function keyCase(set: Partial<KeySet> = {}, ...loans: KeyLoan[]): KeyCase {
  const open = loans.find(({ state }) => state === 'open') ?? null
  return { set: keySet(set), open, loans, waits: false, refused: [] }
}

/** Answer an open memo. */
export function memo(more: Partial<Memo> = {}): Memo {
  const opened = { memoId: 'm-1', serial: null, openedAt: LENT, byName: LIN.name }
  return { ...opened, what: 'lost', loanId: null, course: [], agreed: null, ...more }
}

/** Answer an act of one's own that waits to be sent. */
export function own<K extends Act>(act: K, said: Said[K], more: Partial<OwnAct> = {}): OwnAct {
  return { id: `a-${act}`, act, about: 's-1', at: LENT, said, waits: true, ...more }
}
