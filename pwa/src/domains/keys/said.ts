/** What each act on keys carries, and acts of one's own that the server has not told yet. */
import type {
  Borrower,
  CustodyKind,
  KeyItem,
  KeyPhoto,
  Mandate,
  Private,
  Proofs,
  Reason,
} from './types'

interface Taking {
  loanId: string
  batchId: string
  borrower: Borrower
  quantity: number
  dueAt: string
  reason: Reason
  emergencyId: string | null
}

/** What each act says besides the set it is about. */
export interface Said {
  register: {
    keyNo: string
    custodyKind: CustodyKind
    unitId: string | null
    placeName: string
    items: KeyItem[]
    cabinetSlot: string
    ring: string
    ownerName: string
    basis: string
    receivedOn: string
    custodyUntil: string | null
    photos: KeyPhoto[]
    replaces: string | null
    mandate: Mandate | null
    private: Private
  }
  mandate: { mandate: Mandate; private: Private }
  lend: Taking & { proofs: Proofs | null; alone: boolean; private: Private }
  request: Taking & { proofs: null; private: Private }
  verify: { loanId: string; proofs: Proofs; private: Private }
  consent: { loanId: string; note: string }
  refuse: { loanId: string; reason: string }
  take: { loanId: string; alone: boolean; private: Private }
  return: {
    loanId: string
    counted: number[]
    condition: 'good' | 'damaged'
    note: string
    returnedBy: string
    idGivenBack: boolean
    alone: boolean
    photos: KeyPhoto[]
    private: Private
  }
  report: {
    loanId: string | null
    what: 'lost' | 'damaged'
    reportedBy: string
    course: string
    photos: KeyPhoto[]
  }
  memo: { memoId: string; course: string }
  agree: {
    memoId: string
    by: 'developer' | 'owner'
    name: string
    how: 'phone' | 'in_person' | 'written'
    note: string
  }
  settle: {
    memoId: string
    outcome: Outcome
    cost: number | null
    payer: string
    result: string
    idGivenBack: boolean
    private: Private
  }
  release_id: { loanId: string }
  hand_over: {
    collector: { kind: 'owner' | 'named' | 'developer'; name: string }
    proof: HandOverProof
    movingIn: boolean
    note: string
    photos: KeyPhoto[]
    private: Private
  }
  turn_away: { name: string; reason: string }
  call: {
    loanId: string | null
    topic: 'chase' | 'custody'
    calledAt: string
    whom: string
    number: string
    result: string
    promise: string
  }
  retire: { reason: string }
  countersign: { loanId: string; actId: string }
  resolve: {
    means: 'tag_scanned' | 'holder_confirmed'
    code: string | null
    whom: string
    note: string
    holderLoanId: string | null
    others: { loanId: string; outcome: 'returned' | 'refused' }[]
    private: Private
  }
}
export type Act = keyof Said
export type Outcome = 'found' | 'copied' | 'lock_changed'
export type HandOverProof = 'owner_card' | 'valid_id' | 'own_id' | 'written_request'

/** An act of this person that the server has not told of yet, oldest first. */
export interface OwnAct {
  id: string
  act: Act
  about: string
  at: string
  said: Said[Act]
  waits: boolean
}
