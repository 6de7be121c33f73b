import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/details_doubtful.json'

import { doubtsIn, previousReading, type Reading } from '@/ground/checklists/details'
import type { Details } from '@/ground/checklists/types'

const none: Details = { unit: null, plate: null, number: null, expiry: null, reading: null }

describe('what was noted and does not fit', () => {
  it.each(examples)('$name', ({ given, expect: expected }) => {
    const told = doubtsIn(given.details, given.previous).map((doubt) => `findings.${doubt}`)
    expect(told).toEqual(expected)
  })
})

describe('the reading before', () => {
  const read = (change: Partial<Reading>): Reading => ({
    item: 'MT-01',
    number: 'W-17',
    unit: '902',
    reading: '1284',
    at: '2026-11-20T02:00:00Z',
    ...change,
  })

  it('is the newest of the same meter, told apart by number before unit', () => {
    const known = [
      read({ reading: '1200', at: '2026-10-20T02:00:00Z' }),
      read({}),
      read({ number: 'W-18', reading: '9' }),
      read({ item: 'MT-02', reading: '7' }),
    ]
    const newest = (details: Partial<Details>) =>
      previousReading('MT-01', { ...none, ...details }, known)?.reading
    expect(newest({ number: 'W-17' })).toBe('1284')
    expect(newest({ number: 'W-18', unit: '902' })).toBe('9')
    expect(newest({ number: 'W-99' })).toBeUndefined()
  })

  it('is that of the unit where the number was not read', () => {
    const known = [read({ number: 'unreadable' })]
    expect(previousReading('MT-01', { ...none, unit: '902' }, known)?.reading).toBe('1284')
    expect(previousReading('MT-01', none, known)).toBeNull()
  })

  it('is the last one that could be read', () => {
    const known = [read({}), read({ reading: 'unreadable', at: '2026-11-21T02:00:00Z' })]
    expect(previousReading('MT-01', { ...none, unit: '902' }, known)?.reading).toBe('1284')
  })
})
