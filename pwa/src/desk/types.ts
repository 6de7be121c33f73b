/** What the desk is told by the server (`/api/v1/desk`). Moments are ISO 8601. */
import type { Answer as GivenAnswer } from '@/domains/patrols'
import type { Action, Details, PhotoMoment, StepTaken, Template } from '@/ground/checklists/types'

export interface DeskPhone {
  id: string
  name: string
  people: string[]
  lastContactAt: string
  silentMinutes: number
  /** Items it said it still holds. */
  waiting: number
  /** Items it made that never arrived. */
  missing: number
  /** Nothing more is expected of it: shut out, or given up for lost. */
  gone: boolean
  /** A visit that has not arrived may lie on it. */
  out: boolean
  writtenOff: { at: string; byName: string; reason: string } | null
}

export type DeskPlaceState =
  'due' | 'done' | 'late' | 'skipped' | 'not_arrived' | 'missed' | 'made_up'

/** The supervisors' rounds of a day: `made` of those `asked` for. */
export interface DeskSupervision {
  asked: number
  made: number
  rounds: {
    recordId: string
    serial: string
    byName: string
    places: number
    state: string
    endedAt: string | null
  }[]
}

export interface DeskPlace {
  placeId: string
  name: string
  state: DeskPlaceState
  abnormal: number
  visitId: string | null
  at: string | null
  awaitedPhotos: number
  doubtful: boolean
  arrivedLate: boolean
  /** Why nobody visited it; given too late, it is missed all the same. */
  leftOut: Said | null
  /** Why it is made up; it was missed, and stays so. */
  madeUp: Said | null
}

/** A reason, who gave it, and when. */
export interface Said {
  reason: string
  byName: string
  at: string
}

export interface DeskRound {
  roundId: string
  routeId: string
  routeName: string
  stewardName: string | null
  number: number
  start: string
  end: string
  lateUntil: string
  serial: string | null
  /** How its page stands, once it was ended. */
  signing?: string | null
  places: DeskPlace[]
}

export type TroubleKind = 'abnormal' | 'missed' | 'late' | 'not_arrived' | 'refused' | 'doubtful'

/** One thing that needs a person; `params` are what the words need. */
export interface Trouble {
  kind: TroubleKind
  urgent: boolean
  at: string
  roundId: string | null
  routeName: string | null
  stewardName: string | null
  number: number | null
  /** Where; of a doubt or a late place also which visit. */
  places: { placeId: string; name: string | null; visitId?: string | null }[]
  visitId: string | null
  findingId: string | null
  itemId: string | null
  params: {
    checklist?: string
    item?: string
    choice?: string | null
    state?: string
    serial?: string
    byName?: string | null
    awaited?: number
    open?: number
    kind?: string
    outcome?: string
    code?: string | null
    codes?: string[]
  }
}

export interface NewVisit {
  visitId: string
  placeId: string
  placeName: string | null
  byName: string
  at: string
  receivedAt: string
  state: DeskPlaceState
  abnormal: number
  doubtful: boolean
  awaitedPhotos: number
  serial: string
}

/** A day of an estate at a glance; `exceptions` worst first. */
export interface DeskDay {
  date: string
  asOf: string
  estate: { id: string; name: string; timezone: string }
  devices: DeskPhone[]
  rounds: DeskRound[]
  exceptions: Trouble[]
  newest: NewVisit[]
  supervision: DeskSupervision
}

export interface Remark {
  code: string
  params: Record<string, unknown>
}

export interface DeskPhoto {
  sha256: string
  takenAt: string
  live: boolean
  arrived: boolean
}

/** What is drawn over a photo besides its time, and how far the phone's clock was off. */
export interface PhotoOrigin {
  place: string
  by: string
  serial: string
  driftMs: number
}

export interface DeskFinding {
  id: string
  serial: string
  state: string
  priority: string
  dept: string
  item: string
  choice: string | null
  description: string
  spot: string
  details: Details
  foundAt: string
  action?: Action | null
  photos: (DeskPhoto & { moment: PhotoMoment })[]
  steps: StepTaken[]
  remarks: Remark[]
  byName: string
  /** The visit that found it; another one saw it again. */
  originId: string | null
  /** Later looks at it, oldest first. */
  seen: {
    outcome: 'still_there' | 'gone'
    seenAt: string
    byName: string
    note: string
    originId: string | null
  }[]
}

/** Everything known of one visit. */
export interface DeskVisit {
  id: string
  place: { id: string; name: string | null; type: string | null }
  by: { id: string; name: string }
  state: DeskPlaceState
  abnormal: number
  times: {
    phoneScannedAt: string
    scannedAt: string
    phoneFinishedAt: string
    receivedAt: string
    driftMs: number
  }
  evidence: {
    grade: string
    reasons: Remark[]
    reviews: { byName: string; reviewedAt: string; note: string }[]
  }
  scan: { method: 'camera' | 'link' | 'typed' | 'listed'; reason: string | null }
  position: { lat: number; lon: number; accuracyM: number } | null
  answers: GivenAnswer[]
  observation: string
  remarks: Remark[]
  marks: string[]
  serial: string
  round: { routeName: string | null; number: number | null; date: string }
  entry: number
  hash: string
  doubtfulBetween: [string, string] | null
  device: { id: string; name: string | null }
  label: { code: string; state: string | null; generation: number | null } | null
  template: Template | null
  photos: (DeskPhoto & { item: string | null; task?: string })[]
  findings: DeskFinding[]
}
