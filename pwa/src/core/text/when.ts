/** Moments and durations as people say them: 今天 18:00, 明天 12:00, then 11 月 25 日; 1 小时 52 分. */
import { shallowRef } from 'vue'

import { corrected } from '@/core/clock'
import { locale, t } from '@/core/text'

/** The estate's zone: what a moment is shown in unless another is named. The shell sets it. */
export const zone = shallowRef('Asia/Shanghai')

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a slow phone milliseconds, and a page shows dozens of times. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${options.timeZone}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options)
  formats.set(key, format)
  return format
}

/** Answer the hour and minute in `timeZone`: 09:42. */
export function clockTime(at: Date | string, timeZone = zone.value): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone } as const
  return formatOf('en-GB', options).format(new Date(at))
}

/**
 * Answer the calendar day in `timeZone`: 2026-11-23.
 *
 * Put together from its parts: Canada's dates have this order in some browsers, in WebKit they are 11/23/2026.
 */
export function dayOf(at: Date | string, timeZone = zone.value): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const
  const parts = formatOf('en-CA', options).formatToParts(new Date(at))
  const { year, month, day } = Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  return `${year}-${month}-${day}`
}

/** Answer a moment near today in words: 今天 18:00; further away with its date. */
export function momentText(at: Date | string, timeZone = zone.value): string {
  const days = daysBetween(dayOf(corrected(), timeZone), dayOf(at, timeZone))
  const word = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)]
  const time = clockTime(at, timeZone)
  return word
    ? t(`core.when.${word}`, { time })
    : t('core.when.dateTime', { ...monthAndDay(dayOf(at, timeZone)), time })
}

/** Answer a calendar day (2026-11-23) in words: 11 月 23 日. */
export function dateText(day: string): string {
  return t('core.when.date', monthAndDay(day))
}

/** Answer a calendar day in words, one of another year with it: 2024 年 9 月 1 日. */
export function dateOfYear(day: string): string {
  const year = day.slice(0, 4)
  const isNear = year === dayOf(corrected()).slice(0, 4)
  return isNear ? dateText(day) : t('core.when.ofYear', { year, date: dateText(day) })
}

/** Answer a calendar day with its weekday: 11 月 23 日 周一. */
export function dayLine(day: string): string {
  const weekday = t('core.when.weekdays').split(',')[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return t('core.when.dayLine', { ...monthAndDay(day), weekday })
}

/** Answer how long ago in words, up to an hour; then the moment. */
export function agoText(at: Date | string, timeZone = zone.value): string {
  const minutes = Math.floor((corrected().getTime() - new Date(at).getTime()) / MINUTE)
  if (minutes < 1) return t('core.when.now')
  return minutes < HOUR ? t('core.when.minutes', { n: minutes }) : momentText(at, timeZone)
}

/** Answer a span in its two largest useful units: 1 小时 52 分, 2 天. */
export function durationText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE))
  if (minutes < HOUR) return t('core.when.durationMinutes', { n: minutes })
  if (minutes >= DAY) return t('core.when.durationDays', { n: Math.floor(minutes / DAY) })
  const span = { h: Math.floor(minutes / HOUR), m: minutes % HOUR }
  return t(span.m ? 'core.when.durationHours' : 'core.when.durationWholeHours', span)
}

/** Answer a number with the language's separators. */
export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits }).format(value)
}

function monthAndDay(day: string): { month: number; day: number } {
  const [, month = 0, date = 0] = day.split('-').map(Number)
  return { month, day: date }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (DAY * MINUTE))
}
