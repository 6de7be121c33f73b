/** Vacant units and their checks, as the server tells them and as this phone keeps them (`vacancy.md`). */
import type { Day } from '@/ground/calendar/rules'
import type {
  Answer,
  ChecklistRef,
  DraftAnswer,
  FoundItem,
  SheetPhoto,
} from '@/ground/checklists/types'

export const VALVES = ['water', 'power', 'gas'] as const
export type Valve = (typeof VALVES)[number]
/** absent: the unit has no such valve. Power that is off is `shut`. */
export type ValveState = 'shut' | 'open' | 'absent'
export type Valves = Record<Valve, ValveState>

/** A valve left open: why, and by when it is shut (VAC-R01). */
export interface OpenValve {
  valve: Valve
  reason: string
  dueOn: Day
}

export interface Appliance {
  name: string
  model: string
  manual: boolean
}

/** What the register says of a unit besides its status. */
export interface Card {
  takenOverOn: Day | null
  completedOn: Day | null
  developer: string
  layout: string
  finish: 'bare' | 'fine' | null
  westRooms: string[]
  appliances: Appliance[]
  movingInNoticeOn: Day | null
  note: string
}

export type RiskBand = 'high' | 'raised' | 'watch' | 'low'

/** The newest check of a unit, in short. */
export interface LastCheck {
  checkId: string
  at: string
  byId: string
  byName: string
  complete: boolean
  serial: string | null
  abnormal: number
}

/** Pulled: a unit of the register, or of the regime today. */
export interface VacantUnit {
  id: string
  estate: string
  buildingId: string
  building: string
  stairwellId: string
  stairwell: string
  buildingOrder: number
  stairwellOrder: number
  floor: number
  number: string
  area: number | null
  status: string
  since: Day | null
  inRegime: boolean
  /** Since when it is visited without a break; copies from an older server do not say. */
  visitedSince?: Day | null
  card: (Card & { byName: string; at: string }) | null
  riskBand: RiskBand | null
  valves: Valves | null
  openValves: OpenValve[]
  /** As read, in cubic metres; the last that could be read. */
  waterReading: string | null
  waterReadAt: string | null
  lastCheck: LastCheck | null
  /** Days of complete checks of the last 62 days, oldest first. */
  checkedOn: Day[]
  care: Record<string, { day: Day; byName: string }>
  dryingSince: Day | null
  cleaningToldOn: Day | null
}

/** How a unit was named on entering. */
export interface CheckScan {
  method: 'camera' | 'link' | 'typed' | 'listed'
  code: string | null
  reason: string | null
}

export type CheckPhoto = Pick<SheetPhoto, 'sha256' | 'takenAt' | 'item' | 'live'>

/** Body of `vacancy.check`. */
export interface CheckBody {
  checkId: string
  unitId: string
  loanId: string | null
  scan: CheckScan
  enteredAt: string
  leftAt: string
  checklist: ChecklistRef
  answers: Answer[]
  /** '' where it could not be read. */
  waterReading: string
  airedMinutes: number | null
  /** Before leaving. */
  valves: Valves
  openValves: OpenValve[]
  windowsClosed: boolean
  care: string[]
  observation: string
  photos: CheckPhoto[]
}

/** Pulled: a check of the last two months. */
export type PulledCheck = Omit<CheckBody, 'checkId' | 'checklist' | 'photos'> & {
  id: string
  estate: string
  checklist: Pick<ChecklistRef, 'type' | 'version'>
  photos: CheckPhoto[]
  serial: string | null
  byId: string
  byName: string
  complete: boolean
  remarks: { code: string; params: Record<string, unknown> }[]
}

/** A check half filled in: kept at every change. Its id becomes the check's. */
export interface CheckDraft {
  id: string
  estate: string
  by: string
  unitId: string
  loanId: string | null
  scan: CheckScan
  enteredAt: string
  checklist: ChecklistRef
  /** The checklist that holds the card of running water. */
  meters: ChecklistRef | null
  /** Which items are asked, by season, finish and plan. */
  asked: string[]
  answers: Record<string, DraftAnswer>
  photos: SheetPhoto[]
  observation: string
  reading: string
  /** The meter could not be read. */
  unreadable: boolean
  aired: string
  valves: Partial<Valves>
  openValves: Partial<Record<Valve, Omit<OpenValve, 'valve'>>>
  windowsClosed: boolean | null
}

/** Something abnormal found on a check, as the findings domain takes it. */
export interface Found extends FoundItem {
  checkId: string
  placeId: string
  checklist: ChecklistRef
}

/** A set of keys of a unit, as whoever keeps keys tells it. */
export interface UnitKeys {
  setId: string
  unitId: string
  keyNo: string
  slot: string
  quantity: number
  state: 'in_cabinet' | 'on_loan' | 'gone'
  /** Of the loan that is open. */
  loanId: string | null
  holderId: string | null
  holderName: string
}

/** What the estate sets (`vacancy.md` 10). */
export interface VacancySettings {
  vacant_check_every_days: number
  cold_region: boolean
}
