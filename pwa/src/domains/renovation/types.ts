/** Renovations as the server tells them (`renovation.md`). Days are the estate's, money is in fen. */
import type { Day } from '@/ground/calendar/rules'

export const STATES = [
  ...(['draft', 'submitted', 'incomplete', 'in_review', 'returned', 'approved', 'paid'] as const),
  ...(['permitted', 'in_progress', 'completion_reported', 'rectifying', 'observation'] as const),
  ...(['recheck_due', 'refund_due', 'closed', 'cancelled'] as const),
] as const
export type State = (typeof STATES)[number]

export interface Photo {
  sha256: string
  takenAt: string
  live: boolean
}

/** Somebody who works on the site; the last four signs of the ID lie apart. */
export interface Worker {
  workerId: string
  name: string
  idShown: boolean
  photos: Photo[]
  trade: string
}

/** What the customer and the contractor apply for. */
export interface Application {
  unitId: string
  applicant: { kind: 'owner' | 'resident'; name: string }
  contractor: { name: string; licenceNo: string }
  /** One of the workers. */
  personInCharge: string
  scope: string
  plannedFrom: Day
  plannedUntil: Day
  heating: boolean
  hotWork: boolean
  workers: Worker[]
}

export type PaperCode =
  | 'doc_license'
  | 'doc_qualification'
  | 'doc_tax'
  | 'doc_plan'
  | 'doc_worker_ids'
  | 'doc_worker_photos'
  | 'form_application'
  | 'form_heating'
  | 'form_contractor_pledge'
  | 'form_hot_work'
  | 'agreement'
  | 'form_safety'
  | 'doc_mandate'
export type Party = 'company' | 'owner' | 'contractor' | 'person_in_charge'

export interface Paper {
  code: PaperCode
  photos: Photo[]
  sealed: boolean
  signedBy: Party[]
  note: string
  /** Since when it is there; none while it waits to be sent. */
  at?: string
}

/** What a paper still lacks before the engineers may see the application. */
export interface Missing {
  code: PaperCode
  why: 'absent' | 'unsealed' | 'unsigned' | 'worker_photos'
  parties: Party[]
  workers: string[]
}

export const LINES = [
  'deposit',
  'management_fee',
  'permit_cost',
  'pass_cost',
  'rubbish_fee',
] as const
export type Line = (typeof LINES)[number]

export interface Paid {
  line: Line
  direction: 'in' | 'out' | 'kept'
  quantity: number
  amount: number
  receiptNo: string
  paidAt: string
  payer: string
  byName: string
}

export interface Pass {
  passId: string
  serial: string | null
  workerId: string
  name: string
  photo: string | null
  state: 'issued' | 'returned' | 'lost' | 'revoked'
  issuedAt: string
  note: string
}

export type NoticeState = 'issued' | 'reported_fixed' | 'verified' | 'escalated'

export interface Notice {
  noticeId: string
  serial: string | null
  items: string[]
  description: string
  photos: Photo[]
  grade: 'general' | 'major'
  state: NoticeState
  dueOn: Day
  servedTo: { as: 'owner' | 'person_in_charge'; name: string }
  refusedToSign: boolean
  witness: string
  issuedAt: string
  byName: string
  fixedAt: string | null
  verifiedAt: string | null
  escalatedTo: 'violation' | 'authority' | null
  rounds: { at: string; byName: string; passed: boolean; note: string; photos: Photo[] }[]
}

export type RequestKind = 'plan_change' | 'extension' | 'overnight' | 'hot_work' | 'tools'

/** What was asked for while work runs; `said` is what the act that asked carried. */
export interface WorkRequest {
  requestId: string
  kind: RequestKind
  state: 'requested' | 'approved' | 'refused' | 'released'
  serial: string | null
  askedAt: string
  byName: string
  said: Record<string, unknown>
  decidedAt: string | null
  decidedBy: string | null
  note: string
}

/** A look at night: how many stayed, and how many were allowed to. */
export interface NightLook {
  id: string
  night: Day
  at: string
  byName: string
  persons: number
  allowed: number
  note: string
  photos: Photo[]
  remarks: Remark[]
}

/** A step in the history of a case; `id` is that of the item that made it. */
export interface Step {
  id: string
  act: string
  at: string
  byId: string
  byName: string
  from: State | null
  to: State | null
  note: string
  remarks: Remark[]
}

export interface Remark {
  code: string
  params: Record<string, unknown>
}

/** Who did something, and when. */
export interface Done {
  id: string
  name: string
  at: string
}

/** Pulled: the renovation of one unit with all that its page shows. `state` is as stored; see `stateOf`. */
export interface Renovation extends Application {
  id: string
  estate: string
  serial: string | null
  state: State
  unitName: string
  building: string
  floor: number
  papers: Paper[]
  signed: { form: PaperCode; party: Party; name: string; at: string }[]
  missing: Missing[]
  agent: string
  submittedAt: string | null
  reviewDue: string | null
  /** What the engineers said, also when they want changes. */
  opinion: string
  paid: Paid[]
  depositHeld: number
  jointCheck: { at: string; byName: string; waterTest: WaterTest; abnormal: string[] } | null
  permitFrom: Day | null
  permitUntil: Day | null
  startedAt: string | null
  passes: Pass[]
  notices: Notice[]
  requests: WorkRequest[]
  acceptedOn: Day | null
  recheckOn: Day | null
  refundDueOn: Day | null
  closedAt: string | null
  filed: Done | null
  cancelledReason: string
  lastVisitedOn: Day | null
  acts: Step[]
  /** An older server told none. */
  nights?: NightLook[]
}
export type WaterTest = 'done' | 'recommended'

/** What a scanned pass or permit is worth (`passes.ts`). */
export type Verdict = 'valid' | 'unknown' | 'revoked' | 'not_this_unit' | 'not_yet' | 'expired'

/** What the estate sets (`renovation.md` 12). */
export interface RenovationSettings {
  max_duration_months: number
  overnight_max: number
  photos_per_worker: number
  rectify_suggest_days: number
  site_visits_per_day: number
  extension_max_months: number
  tax_registration_waived: boolean
  central_heating: boolean
  renovation_prices: Price[]
}

/** A price list in fen, and from which day it holds. */
export interface Price extends Record<Line, number> {
  valid_from: Day
}
