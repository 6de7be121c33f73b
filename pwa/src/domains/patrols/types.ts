/** What a patrol is made of, as the phone keeps it. Moments are ISO 8601 in UTC; days are of the estate's zone. */
import type { Day } from '@/ground/calendar/rules'
import type {
  Answer,
  ChecklistRef,
  DraftAnswer,
  FoundItem,
  SheetPhoto,
} from '@/ground/checklists/types'
import type { Route } from '@/ground/places/types'

export type { Answer } from '@/ground/checklists/types'

/** One window of a plan; `start` and `end` are wall-clock times `HH:MM`. */
export interface PlanWindow {
  number: number
  start: string
  end: string
}

/** Whom a plan gives the rounds to: the steward responsible for the route, people by name, or whoever comes first. */
export type Assignees = 'steward' | 'named' | 'anybody'

/** Pulled: when a route is walked, and by whom. Of several plans of a route the newest already valid holds. */
export interface Plan {
  id: string
  estate: string
  routeId: string
  windows: PlanWindow[]
  /** False: `windows` are those of the settings, as they were when it was told. Older servers know only own ones. */
  ownWindows?: boolean
  assignees?: Assignees
  assigneeIds?: string[]
  roundsOnWorkingDay: number
  roundsOnRestDay: number
  validFrom: Day
}

/** What names a round on both sides. */
export interface RoundKey {
  routeId: string
  date: Day
  number: number
}

/** One walk over a route in its window. */
export interface Round extends RoundKey {
  id: string
  start: Date
  end: Date
}

/** Answers which places of a route stand on a round; once it is `over`, only those visited or missed. */
export type PlacesOf = (
  route: Route,
  round: Pick<RoundKey, 'date' | 'number'>,
  over: boolean,
) => string[]

export type PlaceState = 'due' | 'done' | 'late' | 'skipped' | 'not_arrived' | 'missed' | 'made_up'

/** Pulled: a visit of anybody in the last three days, in short. */
export interface VisitSummary {
  id: string
  estate: string
  placeId: string
  roundId: string
  routeId: string | null
  date: Day
  number: number | null
  scannedAt: string
  correctedAt: string
  byId: string
  byName: string
  abnormal: number
  state: string
  serial: string | null
  /** Of the item that brought it; a signature names it. */
  sha256?: string | null
}

/** link: the label's address was opened outside the app; it may have been sent on, so it is no scan. */
export type ScanMethod = 'camera' | 'link' | 'typed' | 'listed'

export interface Scan {
  method: ScanMethod
  /** Why no label was read; asked for when the code was typed or the place picked (PAT-R12). */
  reason: string | null
}

/** One photo of a visit; `item` says which answer it belongs to, null the place as a whole. */
export type VisitPhoto = Omit<SheetPhoto, 'moment'>

/** Where the phone thought it was. */
export interface Position {
  lat: number
  lon: number
  accuracyM: number
}

/** What a visit sees of a finding that is open already. */
export type Outcome = 'still_there' | 'gone'

/** An open finding that was looked at again, as the findings domain takes it. */
export interface SeenAgain {
  sightingId: string
  findingId: string
  visitId: string
  outcome: Outcome
  seenAt: string
}

/** A half-filled sheet: kept at every change, so that a killed page loses nothing. Its id becomes the visit's. */
export interface Draft {
  id: string
  estate: string
  by: string
  placeId: string
  round: RoundKey | null
  label: string | null
  /** The scanned label was only printed so far: saving also hangs it. */
  hangs: boolean
  scan: Scan
  scannedAt: string
  checklist: ChecklistRef
  answers: Record<string, DraftAnswer>
  observation: string
  photos: SheetPhoto[]
  position: Position | null
  /** The act that asked for this place to be made up (补检). */
  makeUp?: string
  /** Open findings looked at again, by their id. Sheets of before have none. */
  seen?: Record<string, Omit<SeenAgain, 'visitId' | 'findingId'> & { item: string }>
}

/** Body of `patrols.visit`. */
export interface VisitBody {
  visitId: string
  placeId: string
  round: RoundKey | null
  label: string | null
  scan: Scan
  scannedAt: string
  finishedAt: string
  checklist: ChecklistRef
  answers: Answer[]
  observation: string
  photos: VisitPhoto[]
  position: Position | null
  /** This app knows live tasks. */
  asksTasks: true
  /** The act that asked for this place to be made up (补检). */
  makeUp?: string
}

/** Something abnormal found on a visit, as the findings domain takes it. */
export interface Found extends FoundItem {
  visitId: string
  placeId: string
  checklist: ChecklistRef
}

/** A visit made on this phone: what was sent, and the outbox item that carries it. */
export interface OwnVisit extends VisitBody {
  id: string
  estate: string
  by: string
  roundId: string
  day: Day
}
