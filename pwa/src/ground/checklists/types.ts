/** A checklist as the server hands it out, and an answer as it is filled in. */

/** The same words in every language of the product. */
export type Words = Record<'zh-Hans' | 'zh-Hant' | 'en', string>

/** What an abnormal answer holds besides photo, spot and description: number, expiry, vehicle plate, unit, reading. */
export type RecordMark = 'N' | 'X' | 'V' | 'U' | 'R'
export type Flag = 'F' | 'S' | 'H'
export type Department = 'engineering' | 'security' | 'cleaning' | 'greening' | 'steward'

export interface Choice {
  code: string
  words: Words
}

/** One thing to look at. `normal` is a factual phrase: the wanted state stands on the chip. */
export interface ChecklistItem {
  id: string
  words: Words
  normal: Words
  choices: Choice[]
  record: RecordMark[]
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
}

/** A photo in a sheet; `item` says which answer it belongs to, null the place as a whole. */
export interface SheetPhoto {
  sha256: string
  takenAt: string
  item: string | null
  /** Taken by the camera inside the app just now, not chosen from the album. */
  live: boolean
  /** `after` shows that something was put right. */
  moment: 'before' | 'after'
}

/** What an answer still lacks. */
export type Gap =
  'choice' | 'description' | 'bare' | 'spot' | 'detail' | 'photo' | 'action' | 'after' | 'reason'
