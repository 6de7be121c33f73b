import { describe, expect, it } from 'vitest'

import { estatesInCommon, standingOf, triesLeft } from '@/core/session/rules'
import type { Entry, Me } from '@/core/session/table'

const me = (...estates: [id: string, role: string][]): Me => ({
  id: 'p',
  name: '林晓岚',
  login: 'lin',
  hasPin: false,
  mustChangePassword: false,
  estates: estates.map(([id, role]) => ({ id, role, name: id, duties: [] })) as Me['estates'],
})
const entry = (usedAt: string, tries = 0): Entry => ({
  me: me(),
  estate: '',
  verifier: { salt: '', turns: 1, hash: '' },
  usedAt,
  tries,
})
const at = new Date('2026-11-23T08:00:00.000Z')

describe('who is let in without a network', () => {
  it('is whoever was here within fourteen days', () => {
    expect(standingOf(entry('2026-11-09T08:00:01.000Z'), at)).toBe('open')
    expect(standingOf(entry('2026-11-09T08:00:00.000Z'), at)).toBe('over')
  })

  it('is nobody whose last use lies ahead as far: the clock was put back', () => {
    expect(standingOf(entry('2026-11-24T08:00:00.000Z'), at)).toBe('open')
    expect(standingOf(entry('2026-12-24T08:00:00.000Z'), at)).toBe('over')
  })

  it('is nobody of whom the phone does not know when they were here', () => {
    expect(standingOf(entry(''), at)).toBe('over')
  })

  it('is nobody after five wrong passwords', () => {
    expect(standingOf(entry('2026-11-23T07:00:00.000Z', 4), at)).toBe('open')
    expect(standingOf(entry('2026-11-23T07:00:00.000Z', 5), at)).toBe('locked')
    expect([0, 4, 5, 6].map(triesLeft)).toEqual([5, 1, 0, 0])
  })
})

describe('what the next person finds', () => {
  it('is what both may hold: the same role in the same estate', () => {
    const before = me(['e-1', 'steward'], ['e-2', 'steward'], ['e-3', 'supervisor'])

    expect(
      estatesInCommon(before, me(['e-1', 'steward'], ['e-3', 'steward'], ['e-4', 'steward'])),
    ).toEqual(['e-1'])
  })

  it('is nothing when nobody was here before', () => {
    expect(estatesInCommon(undefined, me(['e-1', 'steward']))).toEqual([])
  })
})
