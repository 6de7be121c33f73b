/** Floors and days of units and places in words. */
import { corrected } from '@/core/clock'
import { t } from '@/core/text'
import { dateText, dayOf } from '@/core/text/when'

/** Answer 9 层, 负 1 层. */
export function floorText(floor: number): string {
  return floor < 0 ? t('places.units.below', { n: -floor }) : t('places.units.floor', { n: floor })
}

/** Answer a calendar day (2020-12-24) in words, with its year unless it is this one. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (day.slice(0, 4) === dayOf(corrected()).slice(0, 4)) return dateText(day)
  return t('places.units.day', { year, month, day: date })
}
