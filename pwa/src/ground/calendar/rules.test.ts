import { describe, expect, it } from 'vitest'

import { clockOf, dayAfter, dayOf, isWorkingDay, momentAt } from '@/ground/calendar/rules'

const SHANGHAI = 'Asia/Shanghai'
const ordinary = { holidays: ['2026-10-01'], makeUpDays: ['2026-10-10'] }

describe('the calendar of an estate', () => {
  it('tells the day in the zone of the estate, not of the phone', () => {
    expect(dayOf(new Date('2026-11-22T16:30:00Z'), SHANGHAI)).toBe('2026-11-23')
    expect(clockOf(new Date('2026-11-22T16:30:00Z'), SHANGHAI)).toBe('00:30')
  })

  it('finds the moment of a wall clock, also across a change of summer time', () => {
    expect(momentAt('2026-11-23', '09:00', SHANGHAI).toISOString()).toBe('2026-11-23T01:00:00.000Z')
    expect(momentAt('2026-03-29', '09:00', 'Europe/Paris').toISOString()).toBe(
      '2026-03-29T07:00:00.000Z',
    )
  })

  it('rests at weekends and on holidays, and works on make-up days', () => {
    expect(isWorkingDay('2026-11-23', ordinary)).toBe(true)
    expect(isWorkingDay('2026-11-22', ordinary)).toBe(false)
    expect(isWorkingDay('2026-10-01', ordinary)).toBe(false)
    expect(isWorkingDay('2026-10-10', ordinary)).toBe(true)
  })

  it('counts days over the end of a month', () => {
    expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01')
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
  })
})
