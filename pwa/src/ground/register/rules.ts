/** Decisions of the import that need no server: which files to send, what is still missing, what a choice says. Pure. */
import type { Column, Field, Meaning, Report, SheetRead, Upload } from '@/ground/register/types'

export const MOST_BYTES = 20 * 1024 * 1024
export const ENDINGS = ['.xlsx', '.xls', '.ods', '.csv'] as const

/** Columns of owners: recognised so that they are left alone. */
const NEVER_READ: readonly Field[] = ['owner', 'phone']

/** What is wrong with a file before it is sent; null when nothing is. */
export function fileTrouble({ name, size }: { name: string; size: number }) {
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase()
  if (!ENDINGS.some((known) => known === ending)) return 'unsupported'
  if (size === 0) return 'empty'
  return size > MOST_BYTES ? 'too_large' : null
}

/** Whether the server is at work on it and wants to be asked again. */
export function atWork({ state }: Upload): boolean {
  return state === 'reading' || state === 'keeping'
}

/** Answer the share done, 0 to 1; undefined while it is not known how much there is. */
export function share({ done, of }: Upload): number | undefined {
  return of > 0 ? Math.min(1, done / of) : undefined
}

/** How a column stands: understood, of the owner and never read, of no use, or unknown to us. */
export function standing({ meaning }: Column): 'known' | 'secret' | 'unread' | 'unknown' {
  if (meaning === null) return 'unknown'
  if (meaning === 'ignored') return 'unread'
  return NEVER_READ.includes(meaning) ? 'secret' : 'known'
}

/** Answer what is needed of a sheet and no column says, once `chosen` (by title) holds. */
export function stillMissing(sheet: SheetRead, chosen: ReadonlyMap<string, Meaning>): Field[] {
  const given = new Set<Field>(
    sheet.columns.map(({ title }) => chosen.get(title)).filter((field) => field !== undefined),
  )
  if (given.has('room_path')) return []
  return sheet.missing.filter((field) => !given.has(field))
}

/** Sheets that want a hand come first; those where nothing was found last. */
export function inNeed(sheets: readonly SheetRead[]): SheetRead[] {
  const weight = (sheet: SheetRead) => (sheet.missing.length > 0 ? 0 : sheet.units > 0 ? 1 : 2)
  return [...sheets].sort((a, b) => weight(a) - weight(b))
}

/** Whether keeping would do anything. */
export function worthKeeping({ goodUnits, added, changed }: Report): boolean {
  return goodUnits > 0 && added + changed > 0
}
