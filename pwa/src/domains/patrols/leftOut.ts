/** What may be done about places of a round that nobody visited. Pure; twin of the server's `rules/left_out.py`. */
import { type Calendar, type Day, dayAfter, isWorkingDay, momentAt } from '@/ground/calendar/rules'
import type { EstateRules } from '@/domains/patrols/rules'
import type { Round } from '@/domains/patrols/types'

/** skip: it can still be walked · make_up: it was missed, and the limit is not over · nothing: it was */
export type Way = 'skip' | 'make_up' | 'nothing'

const MINUTE = 60_000

function workingDayAfter(day: Day, count: number, calendar: Calendar): Day {
  const next = dayAfter(day, 1)
  const left = isWorkingDay(next, calendar) ? count - 1 : count
  return left <= 0 ? next : workingDayAfter(next, left, calendar)
}

/** Answer until when places of a round of `day` may be made up: the last second of a working day after it. */
export function madeUpUntil(day: Day, { timezone, settings }: Omit<EstateRules, 'id'>): Date {
  const { made_up_working_days: count = 1, holidays, make_up_days: makeUpDays } = settings
  const last = workingDayAfter(day, count, { holidays, makeUpDays })
  return new Date(momentAt(dayAfter(last, 1), '00:00', timezone).getTime() - 1000)
}

/** Answer what may be done at a moment, as the server would tell the time. */
export function wayAt(
  moment: Date,
  { end }: Pick<Round, 'end'>,
  lateMinutes: number,
  until: Date,
): Way {
  if (moment.getTime() <= end.getTime() + lateMinutes * MINUTE) return 'skip'
  return moment <= until ? 'make_up' : 'nothing'
}
