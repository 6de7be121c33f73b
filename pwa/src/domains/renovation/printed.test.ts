import { describe, expect, it } from 'vitest'

import { printedOf, readsPapers } from './printed'

const entered = {
  serial: 'ZX-2026-0001',
  heating: false,
  ...{ permitUntil: null, acceptedOn: null, closedAt: null },
}

describe('the papers of a renovation', () => {
  it('are none before the application has its number', () => {
    expect(printedOf({ ...entered, serial: null })).toEqual([])
  })

  it('are those that are signed at the application; the heating pledge where heating is changed', () => {
    expect(printedOf(entered)).toEqual(['application', 'agreement', 'contractor_pledge'])
    expect(printedOf({ ...entered, heating: true })).toContain('heating_pledge')
  })

  it('grow by the permit, the acceptance and the bundle of the file', () => {
    const permitted = { ...entered, permitUntil: '2026-12-31' }
    const accepted = { ...permitted, acceptedOn: '2026-12-01' }
    const over = { ...accepted, closedAt: '2027-01-05T02:00:00Z' }
    expect(printedOf(permitted).at(-1)).toBe('permit')
    expect(printedOf(accepted).at(-1)).toBe('acceptance')
    expect(printedOf(over).at(-1)).toBe('archive')
  })

  it('are opened by the office and by who keeps the archive, not at the gate', () => {
    expect(readsPapers({ role: 'finance', files: false })).toBe(true)
    expect(readsPapers({ role: 'guard', files: false })).toBe(false)
    expect(readsPapers({ role: 'guard', files: true })).toBe(true)
  })
})
