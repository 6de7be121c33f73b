/** Something found wrong, as the phone keeps it. Moments are ISO 8601 in UTC. */
import type {
  Action,
  ChecklistRef,
  Details,
  PhotoMoment,
  StepTaken,
} from '@/ground/checklists/types'

/** What a later visit saw of an open finding. */
export type Outcome = 'still_there' | 'gone'

/** Where a finding stands (`patrol.md` 7). */
export type FindingState =
  | 'open'
  | 'solved_on_spot'
  | 'reported'
  | 'dispatched'
  | 'in_repair'
  | 'fixed'
  | 'verified'
  | 'reopened'
  | 'closed'
  | 'rejected'

/** What can be done about a finding; the kind of the item is `findings.` and this word. */
export type Act =
  | 'settle'
  | 'dispatch'
  | 'order'
  | 'reject'
  | 'accept'
  | 'fix'
  | 'verify'
  | 'sign'
  | 'letter'
  | 'letter_pass'
  | 'smell_step'

export const DEPTS = [
  'engineering',
  'security',
  'cleaning',
  'greening',
  'customer_service',
] as const
export type Dept = (typeof DEPTS)[number]

export type Side = 'fixer' | 'verifier'
export type SmellStep = 'asked' | 'cause' | 'guard_told' | 'guard_result'
export type Rank = 'supervisor' | 'manager' | 'office_manager' | 'gm'

/** Whose doing something was, and when. */
export interface Made {
  at: string
  byId: string
  byName: string
}

/** Who put right or verified. */
export interface Doer {
  id: string
  name: string
  at: string
}

/** A limit that runs: until when what must be done. Moments are ISO 8601 in UTC, told by the server. */
export interface Due {
  what: string
  from: string
  dueAt: string
}

export interface Remark {
  code: string
  params: Record<string, unknown>
}

/** An act as the history tells it. `said` is the body of its item, without the finding's id. */
export interface ActDone extends Made {
  id: string
  /** Of its item, for signatures to name; none while the server has not told it. */
  sha256: string | null
  act: string
  before?: string
  state?: string
  /** The limit that this act ended. */
  dueAt?: string | null
  serial?: string | null
  remarks?: Remark[]
  said: Record<string, unknown>
  /** Kept on this phone, not told by the server yet. */
  waits?: boolean
  /** Why the server did not accept it. */
  refused?: Remark
}

export interface Letter extends Made {
  id: string
  facts: string
  help: string
  photos: FindingPhoto[]
  /** With whom it stands; null once answered. */
  standsWith: Rank | null
  answer: string | null
  passes: { at: string; byName: string; to: Rank | null; answer: string }[]
}

/** The steps after a smell of gas or burning; null: not said yet. */
export interface Smell {
  finished: boolean
  asked: (Made & Record<string, unknown>) | null
  cause: (Made & { known?: boolean } & Record<string, unknown>) | null
  guard_told: (Made & Record<string, unknown>) | null
  guard_result: (Made & Record<string, unknown>) | null
}

/** Pulled: one that is open, or ended within 30 days. What stands after `priority` older servers do not tell. */
export interface Finding {
  id: string
  estate: string
  placeId: string
  item: string
  choice: string | null
  description: string
  spot: string
  state: string
  foundAt: string
  byName: string
  serial: string | null
  priority: string
  details?: Details
  timesSeen?: number
  lastSeen?: { outcome: Outcome; at: string; byName: string } | null
  placeName?: string | null
  placeType?: string | null
  byId?: string
  checklist?: { type: string; version: number }
  photos?: FindingPhoto[]
  steps?: StepTaken[]
  dept?: Dept | null
  hard?: boolean
  orderNo?: string | null
  rework?: number
  repeats?: number
  due?: Due[]
  fixer?: Doer | null
  verifier?: Doer | null
  signatures?: (Made & { side: Side })[]
  smell?: Smell | null
  letters?: Letter[]
  escalatedTo?: Rank | null
  closedAt?: string | null
  report?: { id: string; sha256: string | null }
  acts?: ActDone[]
}

/** A finding with all that can be told of it, own acts that wait included. */
export type Case = Finding & Required<Omit<Finding, 'report' | 'checklist' | 'details'>>

/** Who acts: with the departments that this person belongs to, and those that the person heads. */
export interface Actor {
  id: string
  role: string
  depts: readonly string[]
  heads: readonly string[]
  /** May decide as a manager does (`supervisor_may_act_as_manager`). */
  manages: boolean
}

export interface FindingPhoto {
  sha256: string
  takenAt: string
  moment: PhotoMoment
  live: boolean
}

/** Body of `findings.report`. */
export interface ReportBody {
  findingId: string
  /** The record it was found on; none where it was reported by itself. */
  origin: { kind: string; id: string } | null
  placeId: string
  checklist: ChecklistRef
  item: string
  choice: string | null
  description: string
  spot: string
  action: Action | null
  foundAt: string
  details: Details
  steps: StepTaken[]
  photos: FindingPhoto[]
}

/** Body of `findings.sighting`. */
export interface SightingBody {
  sightingId: string
  findingId: string
  /** The record it was seen on. */
  origin: { kind: string; id: string }
  outcome: Outcome
  note: string
  seenAt: string
}

/** A sighting made on this phone. */
export interface OwnSighting extends SightingBody {
  id: string
  estate: string
  by: string
  originId: string
}

/** An own sighting, and what it was of as far as this phone knows. */
export interface SightingShown extends OwnSighting {
  of: Pick<Finding, 'item' | 'choice' | 'description' | 'spot'> | null
}

/** A report made on this phone; its id is the finding's. */
export interface OwnReport extends ReportBody {
  id: string
  estate: string
  by: string
  originId: string
}

/** How the label of a finding's place was read, or why not. */
export interface OnSite {
  method: 'camera' | 'link' | 'typed' | 'listed'
  code: string | null
  reason: string | null
}

/** A photo as a page shows it: what is written over it. */
export interface ShownPhoto {
  sha256: string
  lines: string[]
}

/** Bodies of the acts, without the finding's id. */
export interface Said {
  settle: { action: Action; note: string; photos: FindingPhoto[] }
  dispatch: { dept: Dept; priority: 'urgent' | 'normal'; hard: boolean; note: string }
  /** A rectification order (整改): by the end of which day. */
  order: { dept: Dept; dueOn: string; note: string }
  reject: { reason: string }
  accept: { note: string }
  fix: { result: string; photos: FindingPhoto[] }
  verify: {
    outcome: 'right' | 'not_right'
    scan: OnSite
    note: string
    photos: FindingPhoto[]
  }
  sign: { seen: { id: string; sha256: string }[] }
  letter: { facts: string; help: string; photos: FindingPhoto[] }
  letter_pass: { letterId: string; to: Rank | null; answer: string }
  smell_step: { step: SmellStep; doneAt: string } & Partial<{
    units: string
    answer: string
    known: boolean
    cause: string
    taken: string
    guard: string
    result: string
    calls: string
  }>
}
