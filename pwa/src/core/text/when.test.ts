import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { showLanguage } from '@/core/text'
import { agoText, clockTime, dayLine, dayOf, durationText, momentText } from '@/core/text/when'

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T07:38:00Z'), toFake: ['Date'] })
  await showLanguage('zh-Hans')
})
afterEach(() => vi.useRealTimers())

describe('moments', () => {
  it('are shown in the zone of the estate, wherever the phone is', () => {
    expect(clockTime('2026-11-23T07:38:00Z')).toBe('15:38')
    expect(dayOf('2026-11-23T17:00:00Z')).toBe('2026-11-24')
    expect(clockTime('2026-11-23T07:38:00Z', 'Europe/Berlin')).toBe('08:38')
  })

  it('are of the same day in a browser that writes Canadian dates months first, as WebKit does', () => {
    vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts').mockReturnValue([
      { type: 'month', value: '11' },
      { type: 'literal', value: '/' },
      { type: 'day', value: '24' },
      { type: 'literal', value: '/' },
      { type: 'year', value: '2026' },
    ])
    expect(dayOf('2026-11-23T17:00:00Z')).toBe('2026-11-24')
    vi.restoreAllMocks()
  })

  it('are named by today, tomorrow, yesterday, then by their date', () => {
    expect(momentText('2026-11-23T10:00:00Z')).toBe('今天 18:00')
    expect(momentText('2026-11-24T04:00:00Z')).toBe('明天 12:00')
    expect(momentText('2026-11-22T04:00:00Z')).toBe('昨天 12:00')
    expect(momentText('2026-11-25T04:00:00Z')).toBe('11 月 25 日 12:00')
    expect(dayLine('2026-11-23')).toBe('11 月 23 日 周一')
  })

  it('just gone by are told by how long ago', () => {
    expect(agoText('2026-11-23T07:37:40Z')).toBe('刚刚')
    expect(agoText('2026-11-23T07:30:00Z')).toBe('8 分钟前')
    expect(agoText('2026-11-23T05:30:00Z')).toBe('今天 13:30')
  })
})

describe('durations', () => {
  it.each([
    [112, '1 小时 52 分'],
    [120, '2 小时'],
    [9, '9 分'],
    [2 * 24 * 60 + 30, '2 天'],
  ])('of %i minutes read %s', (minutes, words) => {
    expect(durationText(minutes * 60_000)).toBe(words)
  })
})
