/** What a sheet lacks, which one it is, and what it asks of whom. Pure. */
import { computedId } from '@/core/ids'
import type { CheckRow, CheckSheet, Period, Viewer, WriteBody } from '@/domains/checks/types'

const DAY_MS = 86_400_000

/** Answer the id of the one sheet of a department's day or week; the server computes it alike. */
export function sheetIdOf(estate: string, period: Period, dept: string, day: string): string {
  return computedId('check_sheet', estate, period, dept, day)
}

/** Answer the Monday of the week that a day lies in. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const since = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - since * DAY_MS).toISOString().slice(0, 10)
}

/** Say whether a line speaks against somebody: a recheck that found it put right does not. */
export const isFault = ({ rechecks, right }: CheckRow) => !(rechecks && right)

/** Answer the lines for which the manager has still to issue a slip. */
export function withoutSlip({ rows, slips }: Pick<CheckSheet, 'rows' | 'slips'>): CheckRow[] {
  const issued = new Set(slips.map(({ rowId }) => rowId))
  return rows.filter((row) => row.kind === 'other' && isFault(row) && !issued.has(row.rowId))
}

/** Answer what is missing: the number of the first line that is not whole, the rating, or nothing. */
export function lackOf({ rows, period, rating }: WriteBody): { row: number } | 'rating' | null {
  const row = rows.findIndex(({ subject, finding }) => !subject.trim() || !finding.trim())
  if (row >= 0) return { row: row + 1 }
  return period === 'weekly' && rating === null ? 'rating' : null
}

/** What a sheet asks of this person now. */
export type Duty = 'slip' | 'sign' | 'fault' | null

/** Answer what a sheet asks of this person now. Nobody signs what they wrote themselves. */
export function dutyOf(sheet: CheckSheet, who: Viewer): Duty {
  if (who.manages && withoutSlip(sheet).length > 0) return 'slip'
  if (who.manages && !sheet.signature && sheet.byId !== who.id) return 'sign'
  return who.oversees && sheet.repeated.length > 0 ? 'fault' : null
}

/** Answer what the week's daily sheets of a department found: what the weekly sheet looks at again. */
export function foundInWeek(
  sheets: readonly CheckSheet[],
  dept: string,
  monday: string,
): CheckRow[] {
  return sheets
    .filter((one) => one.period === 'daily' && one.dept === dept && mondayOf(one.day) === monday)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .flatMap(({ rows }) => rows)
}
