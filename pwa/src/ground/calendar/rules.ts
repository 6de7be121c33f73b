/** Days and clock times of an estate: its own zone, its holidays, its make-up days. */

/** `YYYY-MM-DD`, a day in the estate's zone. */
export type Day = string

/** Where an estate departs from Monday to Friday. */
export interface Calendar {
  /** Days that are rest days though they fall on Monday to Friday. */
  holidays: readonly Day[]
  /** Days that are worked though they fall on a weekend (调休). */
  makeUpDays: readonly Day[]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a millisecond; a page asks for hundreds of times. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(timezone, format)
  }
  return format
}

function partsOf(moment: Date, timezone: string): Record<string, string> {
  const parts = formatOf(timezone).formatToParts(moment)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** Answer the day of `moment` in the zone. */
export function dayOf(moment: Date, timezone: string): Day {
  const { year, month, day } = partsOf(moment, timezone)
  return `${year}-${month}-${day}`
}

/** Answer the wall clock of `moment` in the zone, `HH:MM`. */
export function clockOf(moment: Date, timezone: string): string {
  const { hour, minute } = partsOf(moment, timezone)
  return `${hour}:${minute}`
}

/** How far the zone's wall clock is ahead of UTC at `moment`, in milliseconds. */
function aheadBy(moment: Date, timezone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(moment, timezone)
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return wall - Math.floor(moment.getTime() / 1000) * 1000
}

/** Answer the moment at which the zone's clocks show `time` (`HH:MM`) on `day`. */
export function momentAt(day: Day, time: string, timezone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const guess = wall - aheadBy(new Date(wall), timezone)
  return new Date(wall - aheadBy(new Date(guess), timezone))
}

/** Answer the day `count` days after `day` (before it when negative). */
export function dayAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Say whether `day` is worked: a make-up day, or Monday to Friday and no holiday. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.makeUpDays.includes(day)) return true
  if (calendar.holidays.includes(day)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
