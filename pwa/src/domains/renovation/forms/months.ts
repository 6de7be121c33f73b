/** The same day some months later. Pure. */
import type { Day } from '@/ground/calendar/rules'

/** Answer the day `months` later; the 31st becomes the last of a shorter month. */
export function dayAfterMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}
