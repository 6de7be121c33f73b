/** Check sheets (日检、周检) as the phone keeps them. Days are the estate's; moments ISO 8601 in UTC. */

export type Period = 'daily' | 'weekly'
export const ITEMS = ['dress', 'appearance', 'work', 'other'] as const
export type CheckItem = (typeof ITEMS)[number]
export const RATINGS = ['excellent', 'good', 'fair', 'poor'] as const
export type Rating = (typeof RATINGS)[number]

/** One line: whom or where, what was looked at, what was found. */
export interface CheckRow {
  rowId: string
  personId: string | null
  subject: string
  item: CheckItem
  finding: string
  /** general: put right by word of mouth; other: the manager issues a slip. */
  kind: 'general' | 'other'
  /** The line of a daily sheet that is looked at again, and whether it is put right. */
  rechecks: string | null
  right: boolean | null
}

/** Body of `checks.write`. */
export interface WriteBody {
  sheetId: string
  period: Period
  dept: string
  day: string
  rows: CheckRow[]
  note: string
  rating: Rating | null
}

export interface Slip {
  id: string
  sha256: string | null
  rowId: string
  serial: string | null
  fact: string
  dueOn: string
  byName: string
}

/** Found at fault on two sheets in a row, and not reported yet. */
export interface Repeated {
  personId: string
  personName: string
  rows: string[]
}

export interface Fault {
  serial: string | null
  personId: string
  personName: string
  fact: string
  byName: string
}

/** A visit (without an item), or something found abnormal on a day. */
export interface DayRecord {
  id: string
  serial: string
  at: string
  place: string
  byName: string
  item: string | null
  words: string
}

/** Pulled: a sheet of the last 60 days. */
export interface CheckSheet extends Omit<WriteBody, 'sheetId'> {
  id: string
  estate: string
  serial: string | null
  item: { id: string; sha256: string | null }
  remarks: { code: string; params: Record<string, unknown> }[]
  byId: string
  byName: string
  at: string
  signature: { at: string; byId: string; byName: string } | null
  /** What patrols had found when it was signed. */
  patrols: DayRecord[] | null
  slips: Slip[]
  faults: Fault[]
  repeated: Repeated[]
  /** Kept on this phone, not told by the server yet. */
  waits?: boolean
}

/** Who looks at the sheets: which departments they supervise, and whether they act as a manager. */
export interface Viewer {
  id: string
  manages: boolean
  oversees: boolean
  depts: string[]
}

/** Somebody who works here now. */
export interface Person {
  id: string
  name: string
}
