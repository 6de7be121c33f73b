/** How months are called. */
import { locale, t } from '@/core/text'

/** Answer a month as people call it: 2026 年 11 月. */
export function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return t('months.month', { year, month: locale.value === 'en' ? number : Number(number) })
}
