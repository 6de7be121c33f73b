/** When each line was paid, and what it cost then: receipts may be entered late (`renovation.md` 3). Pure. */
import { clockOf, dayOf, momentAt } from '@/ground/calendar/rules'
import { priceAt } from './money'
import type { Today } from './standing'
import { LINES, type Line, type Price } from './types'

/** By line, what the estate's clocks showed: 2026-11-30T10:00. */
export type Times = Readonly<Record<Line, string>>

/** Answer a moment as the estate's clocks show it. */
export const wallOf = (at: Date, zone: string) => `${dayOf(at, zone)}T${clockOf(at, zone)}`

/** Answer the moment at which the estate's clocks show this; null for none. */
export function momentOf(wall: string, zone: string): Date | null {
  const [day, time] = wall.split('T')
  return day && time ? momentAt(day, time, zone) : null
}

/** Answer what each line cost when it was paid; undefined without a price list. */
export function pricesThen(
  lists: readonly Price[],
  times: Times,
  { zone, now }: Today,
): Record<Line, number> | undefined {
  const priced = LINES.map((line) => {
    const price = priceAt(lists, momentOf(times[line], zone) ?? now, zone)
    return [line, price?.[line]] as const
  })
  if (priced.some(([, price]) => price === undefined)) return undefined
  return Object.fromEntries(priced) as Record<Line, number>
}

/** Answer why nothing can have been paid at such a time: none is said, or its day has not come. */
export function timeLack(wall: string, { zone, day }: Today): 'paidAt' | 'paidInFuture' | null {
  const at = momentOf(wall, zone)
  if (at === null) return 'paidAt'
  return dayOf(at, zone) > day ? 'paidInFuture' : null
}
