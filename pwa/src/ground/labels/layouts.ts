/** The papers that labels are printed on, in millimetres; the server knows them by the same names. */

export interface Paper {
  width: number
  height: number
  columns: number
  rows: number
}

export const PAPERS = {
  'a4-3x8': { width: 210, height: 297, columns: 3, rows: 8 },
  'a4-2x4': { width: 210, height: 297, columns: 2, rows: 4 },
  'roll-50': { width: 50, height: 50, columns: 1, rows: 1 },
  'roll-30': { width: 30, height: 30, columns: 1, rows: 1 },
  'tag-25': { width: 25, height: 25, columns: 1, rows: 1 },
} as const satisfies Record<string, Paper>

export type Layout = keyof typeof PAPERS
export const LAYOUTS = Object.keys(PAPERS) as Layout[]
