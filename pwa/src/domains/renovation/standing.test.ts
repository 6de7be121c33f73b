import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/renovation_board.json'

import { notice, pass, request, site, stay, TODAY } from '@/domains/renovation/testing/make'
import {
  dayOfWork,
  flagsOf,
  isRed,
  isUnvisited,
  noticeStateOf,
  lastSeen,
  overnightOn,
  passesOut,
  personsAllowed,
  stateOf,
} from '@/domains/renovation/standing'

describe('what follows from the calendar', () => {
  it('ends the observation on its day, not before (REN-R14)', () => {
    const one = site({ state: 'observation', recheckOn: '2026-03-31' })
    expect(stateOf(one, '2026-03-30')).toBe('observation')
    expect(stateOf(one, '2026-03-31')).toBe('recheck_due')
    expect(stateOf(site({ recheckOn: '2026-03-31' }), '2026-04-01')).toBe('in_progress')
  })

  it('counts the days of the permit from its first', () => {
    expect(dayOfWork(site(), '2026-11-13')).toEqual({ n: 1, of: 90 })
    expect(dayOfWork(site(), '2026-11-23')).toEqual({ n: 11, of: 90 })
    expect(dayOfWork(site({ permitFrom: null }), '2026-11-23')).toBeNull()
    expect(dayOfWork(site({ permitUntil: null }), '2026-11-23')).toBeNull()
  })

  it('makes a notice overdue the day after its last', () => {
    expect(noticeStateOf(notice(), '2026-11-25')).toBe('issued')
    expect(noticeStateOf(notice(), '2026-11-26')).toBe('overdue')
    expect(noticeStateOf(notice({ state: 'reported_fixed' }), '2026-11-26')).toBe('reported_fixed')
  })
})

describe('a site that is red', () => {
  it.each(examples)('is so alike on both sides: $name', (told) => {
    const one = site({ ...(told.case as object), lastVisitedOn: told.lastVisitedOn })
    const today = { ...TODAY, day: told.today }
    expect(isRed(one, today)).toBe(told.expect.red)
  })

  it('was not visited yesterday, nor today (REN-R18)', () => {
    expect(isUnvisited(site({ lastVisitedOn: '2026-11-22' }), TODAY)).toBe(false)
    expect(isUnvisited(site({ lastVisitedOn: '2026-11-23' }), TODAY)).toBe(false)
    expect(isUnvisited(site({ lastVisitedOn: '2026-11-21' }), TODAY)).toBe(true)
    expect(isUnvisited(site({ lastVisitedOn: null }), TODAY)).toBe(true)
  })

  it('is not one that began today', () => {
    const begun = site({ lastVisitedOn: null, startedAt: '2026-11-22T16:30:00Z' })
    expect(isUnvisited(begun, TODAY)).toBe(false)
    expect(isUnvisited(site({ lastVisitedOn: null, startedAt: null }), TODAY)).toBe(false)
  })

  it('works on past its permit without an extension (acceptance 8)', () => {
    const late = site({ permitUntil: '2026-11-22' })
    expect(isRed(late, TODAY)).toBe(true)
    expect(flagsOf(late, TODAY)).toEqual(['overdue'])
    expect(isRed(site({ permitUntil: '2026-11-23' }), TODAY)).toBe(false)
  })
})

describe('what else must be known of a site', () => {
  it('is an open notice, who may stay, and hot work while it lasts', () => {
    const fromAt = '2026-11-23T01:00:00Z'
    const hot = request({ kind: 'hot_work', said: { fromAt, untilAt: '2026-11-23T03:00:00Z' } })
    const one = site({ notices: [notice()], requests: [stay(2, '2026-11-22', '2026-11-24'), hot] })
    expect(flagsOf(one, TODAY)).toEqual(['has_open_notice', 'overnight', 'hot_work'])
    const later = { ...TODAY, now: new Date('2026-11-23T03:00:01Z') }
    expect(flagsOf(one, later)).not.toContain('hot_work')
  })

  const fromAt = '2026-11-23T01:00:00Z'
  const burning = { kind: 'hot_work', said: { fromAt, untilAt: '2026-11-23T03:00:00Z' } } as const
  const at = (now: string, more: Parameters<typeof request>[0] = {}) =>
    flagsOf(site({ requests: [request({ ...burning, ...more })] }), {
      ...TODAY,
      now: new Date(now),
    })

  it('is hot work from its first moment to its last, once it was approved', () => {
    expect(at('2026-11-23T00:59:59Z')).toEqual([])
    expect(at('2026-11-23T01:00:00Z')).toEqual(['hot_work'])
    expect(at('2026-11-23T03:00:00Z')).toEqual(['hot_work'])
    expect(at('2026-11-23T02:00:00Z', { state: 'requested' })).toEqual([])
    expect(at('2026-11-23T02:00:00Z', { kind: 'tools' })).toEqual([])
    expect(at('2026-11-23T02:00:00Z', { said: {} })).toEqual([])
  })

  it('is of the night only while work goes on, and never a notice that was verified', () => {
    const requests = [stay(2, '2026-11-22', '2026-11-24'), request(burning)]
    const over = site({ state: 'rectifying', requests, notices: [notice({ state: 'verified' })] })
    expect(flagsOf(over, TODAY)).toEqual([])
  })

  it('is no stay that says no night, and no other request with days', () => {
    const days = { fromOn: '2026-11-22', untilOn: '2026-11-24', persons: [{}] }
    expect(overnightOn({ requests: [request({ said: {} })] }, TODAY.day)).toEqual([])
    expect(
      overnightOn({ requests: [request({ said: { fromOn: TODAY.day } })] }, TODAY.day),
    ).toEqual([])
    expect(
      overnightOn({ requests: [request({ kind: 'extension', said: days })] }, TODAY.day),
    ).toEqual([])
    expect(overnightOn({ requests: [request({ said: days })] }, TODAY.day)).toHaveLength(1)
  })

  it('is how many may stay tonight: none before it was approved', () => {
    const requests = [stay(2, '2026-11-23', '2026-11-23')]
    expect(personsAllowed({ requests }, '2026-11-23')).toBe(2)
    expect(personsAllowed({ requests }, '2026-11-24')).toBe(0)
    expect(
      personsAllowed(
        { requests: [stay(2, '2026-11-23', '2026-11-23', { state: 'requested' })] },
        '2026-11-23',
      ),
    ).toBe(0)
  })

  it('is seen on the day that has as many visits as the estate asks (REN-R18)', () => {
    const days = ['2026-11-22', '2026-11-21', '2026-11-21']
    expect(lastSeen({ lastVisitedOn: null }, days, 1)).toBe('2026-11-22')
    expect(lastSeen({ lastVisitedOn: null }, days, 2)).toBe('2026-11-21')
    expect(lastSeen({ lastVisitedOn: null }, days, 3)).toBeNull()
    expect(lastSeen({ lastVisitedOn: '2026-11-23' }, days, 2)).toBe('2026-11-23')
  })

  it('is which passes nobody accounted for, revoked ones too (REN-R17)', () => {
    const passes = [
      ...[pass('a'), pass('b', { state: 'lost' }), pass('c', { state: 'returned' })],
      pass('d', { state: 'revoked' }),
    ]
    expect(passesOut({ passes }).map(({ passId }) => passId)).toEqual(['a', 'd'])
  })
})
