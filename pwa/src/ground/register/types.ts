/** An upload of a register as the server tells it. */

export const MEANINGS = [
  'building',
  'stairwell',
  'floor',
  'number',
  'room_path',
  'phase',
  'area',
  'status',
  'received_on',
  'ignored',
] as const

/** What a person may say of a column. */
export type Meaning = (typeof MEANINGS)[number]

/** What a column may be read as; the owner's are recognised and never read. */
export type Field = Meaning | 'owner' | 'phone' | 'serial' | 'note'

export interface Column {
  index: number
  /** As written, joined over the rows of the header. */
  title: string
  samples: string[]
  meaning: Field | null
  by: 'words' | 'values' | 'remembered' | 'hand' | null
}

export interface SheetRead {
  name: string
  /** The last row of the header, as people count. */
  header: number | null
  units: number
  /** Rows that are no units: blank ones, titles, subtotals. */
  skipped: number
  missing: Field[]
  columns: Column[]
}

export interface NewUnit {
  building: string
  stairwell: string
  floor: number
  number: string
  status: string
}

export interface Refused {
  sheet: string
  row: number
  why: string
  value: string
}

export interface Change {
  field: string
  was: string | number | boolean | null
  becomes: string | number | boolean | null
}

/** What was understood, and what keeping it would change. Areas are in hundredths of a square metre. */
export interface Report {
  layout: string
  sheets: SheetRead[]
  goodUnits: number
  byState: Record<string, number>
  renovating: number
  added: number
  changed: number
  same: number
  absent: number
  newBuildings: string[]
  examples: {
    added: NewUnit[]
    changed: { unit: string; changes: Change[] }[]
    absent: { unit: string }[]
  }
  refuse: Refused[]
  refused: number
}

/** An upload among the last ones. */
export interface UploadLine {
  id: string
  name: string
  state: 'reading' | 'read' | 'keeping' | 'kept' | 'refused'
  done: number
  of: number
  refusal: { code: string; params: Record<string, unknown> } | null
  byName: string
  at: string
}

export type Upload = UploadLine & { report: Report | null }
