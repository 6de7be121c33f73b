/** What each act on a renovation carries besides the case it is about. */
import type { Day } from '@/ground/calendar/rules'
import type { ChecklistRef } from '@/ground/checklists/types'
import type { Stroke } from '@/ground/signatures/strokes'
import type {
  Application,
  Line,
  Paper,
  PaperCode,
  Party,
  Photo,
  Verdict,
  WaterTest,
  Worker,
} from './types'
import type { Outcome, Scan, SiteAnswer, SitePhoto, Stage } from './visit/types'

export type SignsAs =
  | 'owner'
  | 'contractor'
  | 'company'
  | 'person_in_charge'
  | 'engineer'
  | 'steward'
  | 'manager'
  | 'witness'
  | 'resident'
  | 'guard'

/** A signature on the screen. */
export interface Signed {
  as: SignsAs
  name: string
  strokes: readonly Stroke[]
}

/** Lies apart in the book, so that it can be erased. */
export interface Private {
  phones?: { owner: string; contractor: string }
  /** The last four signs of each worker's ID. */
  ids?: Record<string, string>
  signatures?: Signed[]
}

/** A rectification notice as it is served. */
export interface Served {
  noticeId: string
  items: string[]
  description: string
  photos: Photo[]
  dueOn: Day
  servedTo: { as: 'owner' | 'person_in_charge'; name: string }
  refusedToSign: boolean
  witness: string
}

export interface PaidLine {
  line: Line
  quantity: number
  amount: number
  receiptNo: string
  paidAt: string
  payer: string
}

interface Judged {
  passed: boolean
  note: string
  photos: Photo[]
}

/** What each act says; `private` may go with any. */
export interface Said {
  apply: { application: Application }
  amend: { application: Application }
  paper: { paper: Paper }
  sign: { form: PaperCode; party: Party }
  submit: { ownerPresent: boolean; personInChargePresent: boolean; agent: string }
  incomplete: { note: string }
  resubmit: { note: string }
  forward: { note: string }
  approve: { opinion: string }
  return: { reasons: string }
  joint_check: { answers: CheckAnswer[]; waterTest: WaterTest; photos: Photo[] }
  pay: { lines: PaidLine[] }
  pass: {
    passId: string
    workerId: string
    shownPermit: boolean
    askedBy: string | null
    shownPassId: string | null
  }
  add_worker: { worker: Worker; askedBy: string; shownPermit: boolean; shownPassId: string }
  permit: { startOn: Day; until: Day }
  start: { passId: string }
  pass_return: { passId: string; note: string }
  pass_lost: { passId: string; note: string; reportedBy: string }
  pass_revoke: { passId: string; reason: string }
  notice: {
    notice: Served
    visitId: string | null
    stoppedAt: string | null
    changeId: string | null
  }
  notice_fixed: { noticeId: string; by: string; note: string }
  notice_verify: Judged & { noticeId: string; dueOn: Day | null }
  notice_escalate: { noticeId: string; to: 'violation' | 'authority'; note: string }
  plan_change: { requestId: string; what: string; photos: Photo[] }
  extension: {
    requestId: string
    until: Day
    reason: string
    inPerson: boolean
    mandate: Photo[]
  }
  overnight: {
    requestId: string
    persons: { name: string; passId: string }[]
    reason: 'guard_material' | 'cook_with_fire'
    fromOn: Day
    untilOn: Day
    guarantee: Photo[]
  }
  hot_work: {
    requestId: string
    place: string
    work: string
    operator: string
    watcher: string
    extinguisher: boolean
    fromAt: string
    untilAt: string
  }
  tools: {
    requestId: string
    tools: string[]
    ownerName: string
    ownerConfirmed: 'phone' | 'in_person' | 'written'
    note: string
  }
  decide: { requestId: string; approved: boolean; note: string }
  release: { requestId: string; seen: string[] }
  complete: { by: 'customer' | 'agent'; name: string; mandate: Photo[] }
  accept: Judged & { answers: SiteAnswer[]; notice: Served | null }
  reinspect: Judged & { dueOn: Day | null }
  recheck: Judged &
    Record<'seepage' | 'leak' | 'blockage' | 'damage', boolean> & {
      notice: Served | null
    }
  refund: {
    amount: number
    receiptNo: string
    paidAt: string
    payee: string
    deductions: { amount: number; reason: string }[]
  }
  file: { note: string }
  withdraw: {
    reason: string
    refund: { amount: number; receiptNo: string; paidAt: string; payee: string } | null
  }
  visit: VisitSaid
  night_check: {
    checkId: string
    night: Day
    persons: number
    passesSeen: string[]
    note: string
    photos: Photo[]
  }
}
export type Act = keyof Said

export interface CheckAnswer {
  item: string
  result: 'normal' | 'abnormal' | 'na'
  note: string
  findingId: string | null
}

/** A site visit as it is sent. */
export interface VisitSaid {
  visitId: string
  scan: Scan
  code: string | null
  startedAt: string
  finishedAt: string
  outcome: Outcome
  stage: Stage | null
  note: string
  workersPresent: number
  passesChecked: { passId: string; verdict: Verdict }[]
  checklist: ChecklistRef | null
  answers: SiteAnswer[]
  builtChanges: string[]
  photos: SitePhoto[]
  remarksOfOthers: string
}

/** An act of this person that the server has not told of yet, oldest first. */
export interface OwnAct {
  id: string
  act: Act
  about: string
  at: string
  said: Said[Act]
  waits: boolean
}
