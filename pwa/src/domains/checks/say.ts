/** How a sheet's day or week is called. */
import { t } from '@/core/text'
import { dateText } from '@/core/text/when'
import type { Period } from '@/domains/checks/types'

/** Answer the day in words, of a weekly sheet the week that begins with it. */
export function spanText(period: Period, day: string): string {
  return period === 'weekly' ? t('checks.weekOf', { day: dateText(day) }) : dateText(day)
}
