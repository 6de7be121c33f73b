/** Public holidays as people speak of them: a stretch of days off, and the days worked for it. Pure. */
import type { Schemas } from '@/core/http/schema'
import { type Day, dayAfter } from '@/ground/calendar/rules'

type NationalDay = Schemas['NationalDayOut']

export interface Holiday {
  /** One, or two that fall together. */
  names: string[]
  from: Day
  to: Day
  /** Weekend days worked for it. */
  worked: Day[]
}

function stretches(off: readonly NationalDay[]): Holiday[] {
  const found: Holiday[] = []
  for (const { day, name } of off) {
    const last = found.at(-1)
    if (last && day === dayAfter(last.to, 1)) {
      last.to = day
      last.names = [...new Set([...last.names, name])]
    } else found.push({ names: [name], from: day, to: day, worked: [] })
  }
  return found
}

/** Answer the holidays of a list of days in order; a make-up day stands with the nearest holiday of its name. */
export function holidaysOf(days: readonly NationalDay[]): Holiday[] {
  const holidays = stretches(days.filter(({ worked }) => !worked))
  for (const { day, name } of days.filter(({ worked }) => worked)) {
    const far = (one: Holiday) => Math.abs(Date.parse(one.from) - Date.parse(day))
    const same = holidays.filter(({ names }) => names.includes(name))
    same.sort((a, b) => far(a) - far(b))[0]?.worked.push(day)
  }
  return holidays
}
