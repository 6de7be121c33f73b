/** A checklist as the server hands it out, and an answer as it is filled in. */

/** The same words in every language of the product. */
export type Words = Record<'zh-Hans' | 'zh-Hant' | 'en', string>

/** What an abnormal answer holds besides photo, spot and description: number, expiry, vehicle plate, unit, reading. */
export type RecordMark = 'N' | 'X' | 'V' | 'U' | 'R'
export type Flag = 'F' | 'S' | 'H'
export type Department = 'engineering' | 'security' | 'cleaning' | 'greening' | 'steward'

/** The unit of a meter's reading. */
export type Measure = 'm3' | 'kWh'

/** What is done at once: about running water in an uninhabited unit (PAT-M2), about what is wrong in a home (PAT-N3). */
export type Step =
  | 'valve_closed'
  | 'notice_posted'
  | 'owner_told'
  | 'resident_called'
  | 'manager_called'
  | 'help_called'

export interface Choice {
  code: string
  words: Words
  /** What to write besides, where the words alone say too little. */
  ask?: Words
}

/** One thing to look at. `normal` is a factual phrase: the wanted state stands on the chip. */
export interface ChecklistItem {
  id: string
  words: Words
  normal: Words
  /** What a normal answer has to say besides its phrase. */
  tell?: Words
  choices: Choice[]
  record: RecordMark[]
  /** The number to be noted is how many, not an asset's. */
  counted?: true
  /** The unit of the reading to be noted. */
  measure?: Measure
  /** What has to be done at once when it is abnormal. */
  steps?: Step[]
  dept: Department
  flags: Flag[]
  urgent: boolean
}

/** Names the version of a checklist under which answers were given. */
export interface ChecklistRef {
  type: string
  version: number
  hash: string
}

/** Pulled: one version of a checklist; `type` is the place type it is for. */
export interface Template extends ChecklistRef {
  id: string
  estate: string
  /** Where at such a place something is usually found. */
  spots?: Words[]
  items: ChecklistItem[]
}

export type Result = 'normal' | 'abnormal' | 'na' | 'not_checked'
export type Method = 'look' | 'listen' | 'touch' | 'ask'
export type Action = 'solved_on_spot' | 'reported'

/** What is written down of an abnormal thing besides its description. */
export interface Details {
  unit: string | null
  plate: string | null
  number: string | null
  expiry: string | null
  reading: string | null
}

/** A step that was asked for: when it was done, or why it was not. */
export interface StepTaken {
  step: Step
  doneAt: string | null
  reason: string | null
}

/** What a photo of something abnormal shows: as it was found, a step taken, as it was left. */
export type PhotoMoment = 'before' | 'valve_closed' | 'notice_posted' | 'after'

/** An answer while it is being given; empty text means not yet written. */
export interface DraftAnswer {
  result: Result
  choice: string | null
  description: string
  spot: string
  action: Action | null
  details: Details
  reason: string
  methods: Method[]
  /** How long the person looked at the item before answering. */
  ms: number
  /** When the answer was given, ISO 8601 in UTC by the phone's clock. */
  at: string
  findingId: string | null
  /** The open finding that stands there still: nothing is reported a second time. Sheets of before have none. */
  stillThere?: string | null
  /** What a normal answer says besides its phrase. */
  tell?: string
  steps?: StepTaken[]
}

/** An answer as it is sent and kept. */
export interface Answer {
  item: string
  result: Result
  choice: string | null
  note: string | null
  reason: string | null
  methods: string[]
  /** How long the person looked at the item before answering. */
  ms: number
  findingId: string | null
}

/** A photo in a sheet; `item` says which answer it belongs to, null the place as a whole. */
export interface SheetPhoto {
  sha256: string
  takenAt: string
  item: string | null
  /** Taken by the camera inside the app just now, not chosen from the album. */
  live: boolean
  moment: PhotoMoment
  /** The live task it was taken for. */
  task?: string
}

/** What every half-filled sheet has, whatever it is about. */
export interface SheetDraft {
  answers: Record<string, DraftAnswer>
  photos: SheetPhoto[]
}

/** Something that a sheet found abnormal; what it was found on is the caller's. */
export interface FoundItem {
  findingId: string
  item: string
  choice: string | null
  description: string
  spot: string
  action: Action | null
  foundAt: string
  details: Details
  steps: StepTaken[]
  photos: Pick<SheetPhoto, 'sha256' | 'takenAt' | 'moment' | 'live'>[]
}

/** What an answer still lacks. */
export type Gap =
  | 'choice'
  | 'description'
  | 'bare'
  | 'spot'
  | 'detail'
  | 'photo'
  | 'action'
  | 'after'
  | 'reason'
  | 'tell'
  | 'valve_closed'
  | 'notice_posted'
