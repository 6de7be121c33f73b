import { describe, expect, it } from 'vitest'

import { nextDue, pressureOf } from '@/domains/findings/deadlines'

const due = { what: 'solve', from: '2026-11-23T00:00:00Z', dueAt: '2026-11-23T10:00:00Z' }
const at = (clock: string) => new Date(`2026-11-23T${clock}Z`)

describe('how near the end of a limit is', () => {
  it('is calm, near from 80 % on, over when passed', () => {
    expect(pressureOf(due, at('07:59:59'))).toBe('calm')
    expect(pressureOf(due, at('08:00:00'))).toBe('near')
    expect(pressureOf(due, at('10:00:00'))).toBe('near')
    expect(pressureOf(due, at('10:00:01'))).toBe('over')
  })

  it('counts by the limit that ends first', () => {
    const later = { ...due, what: 'verify', dueAt: '2026-11-24T10:00:00Z' }
    expect(nextDue([later, due])).toBe(due)
    expect(nextDue([])).toBeUndefined()
  })
})
