/** Key sets, loans and what is done with them, as the server tells them and as acts carry them (`keys.md`). */

export type SetState = 'in_cabinet' | 'on_loan' | 'incident' | 'handed_over' | 'retired'
export type LoanState =
  | 'requested'
  | 'verified'
  | 'refused'
  | 'open'
  | 'returned'
  | 'returned_short'
  | 'lost'
  | 'settled'
  | 'disputed'
export type CustodyKind = 'developer_held' | 'owner_entrusted' | 'repair_retained' | 'common_area'
export type Reason =
  'repair' | 'vacant_care' | 'viewing' | 'renovation' | 'emergency' | 'owner_request'
export type BorrowerKind = 'staff' | 'contractor' | 'tenant' | 'agent' | 'owner'
export type Strokes = readonly (readonly number[])[]

export interface KeyItem {
  kind: 'front_door' | 'room' | 'mailbox' | 'card' | 'other'
  label: string
  count: number
}

/** A photo that goes with an act. */
export interface KeyPhoto {
  sha256: string
  takenAt: string
  live: boolean
}

/** Who borrows; staff with a login are named by their id. */
export interface Borrower {
  kind: BorrowerKind
  personId: string | null
  name: string
  department: string
  workOrder: string
}

/** What a borrower who is not the owner must show (`keys.md` 4.1). */
export interface Proofs {
  mandate: { signedOn: string; photos: KeyPhoto[] } | null
  call: { calledAt: string; number: string; answer: 'yes' | 'no' | 'no_answer' } | null
  idKept: { kind: IdKind; slot: string } | null
}
export type IdKind = 'id_card' | 'driving_licence' | 'passport' | 'other'

/** Set apart in the book, so that it can be erased. */
export interface Private {
  phone?: string
  idLast4?: string
  strokes?: Strokes | null
}

interface Named {
  id: string
  name: string
}

interface Once {
  at: string
  byName: string
}

export interface Memo {
  memoId: string
  serial: string | null
  what: 'lost' | 'damaged' | 'short'
  openedAt: string
  byName: string
  loanId: string | null
  course: (Once & { text: string })[]
  agreed: (Once & { by: 'developer' | 'owner'; name: string; how: string }) | null
}

/** What an owner signs who entrusts keys (`keys.md` 3); the signature itself goes apart. */
export interface Mandate {
  mandateId: string
  date: string
  reason: string
  collectionRequirements: string
  custodyUntil: string | null
  disclaimerAt: string
  signedAt: string
}

export type KeyMandate = Omit<Mandate, 'disclaimerAt' | 'signedAt'> & { serial: string | null }

/** Pulled: a set of keys and where it is. */
export interface KeySet {
  id: string
  estate: string
  keyNo: string
  custodyKind: CustodyKind
  unitId: string | null
  placeName: string
  items: KeyItem[]
  quantity: number
  cabinetSlot: string
  ring: string
  ownerName: string
  ownerPhone: string
  receivedOn: string
  custodyUntil: string | null
  photos: KeyPhoto[]
  state: SetState
  loanId: string | null
  serial: string | null
  registeredAt: string
  mandate: KeyMandate | null
  memo: Memo | null
  disputed: string[]
  custodyCalls: (Once & { whom: string; result: string })[]
}

export interface LoanCall extends Once {
  whom: string
  number: string
  result: string
  promise: string
}

/** What somebody did alone, and who countersigned it. */
export interface Alone extends Once {
  actId: string
  act: string
  byId: string
  countersigned: Once | null
}

/** A step in the history of a loan; `id` is that of the item that made it. */
export interface LoanAct extends Once {
  id: string
  act: string
  byId: string
  remarks: { code: string; params: Record<string, unknown> }[]
  waits?: boolean
}

export interface Returned extends Once {
  byId: string
  quantity: number
  counted: number[]
  condition: 'good' | 'damaged'
  returnedBy: string
}

/** Pulled: who has a set, until when. */
export interface KeyLoan {
  id: string
  estate: string
  keySetId: string
  keyNo: string
  placeName: string
  batchId: string
  state: LoanState
  serial: string | null
  reason: Reason
  borrower: Borrower
  phone: string
  quantity: number
  requestedAt: string
  requestedBy: Named
  lentAt: string | null
  lentBy: Named | null
  dueAt: string
  chaseFrom: string | null
  consent: (Once & { byId: string }) | null
  proofs: Proofs | null
  idLast4: string
  idKept: boolean
  returned: Returned | null
  refusedReason: string | null
  closedAt: string | null
  alone: Alone[]
  calls: LoanCall[]
  acts: LoanAct[]
}

/** An act that was not accepted, and why. */
export interface RefusedAct {
  id: string
  act: string
  about: string
  at: string
  code: string
  params: Record<string, unknown>
}

/** A set with all that is known of its loans. */
export interface KeyCase {
  set: KeySet
  /** The one that is out, if one is. */
  open: KeyLoan | null
  /** Newest first. */
  loans: KeyLoan[]
  /** Something of it waits to be sent. */
  waits: boolean
  refused: RefusedAct[]
}

/** What the estate sets (`keys.md` 9). */
export interface KeySettings {
  chase_after_days: number
  chase_basis: 'later_of_due_and_loan' | 'due' | 'loan'
  max_loan_days_without_consent: number
  spot_check_percent: number
  lone_keeper_allowed: boolean
}

/** Who acts. */
export interface Keeper {
  id: string
  name: string
  role: string
  keeps: boolean
  oversees: boolean
}
