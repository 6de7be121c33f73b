import { describe, expect, it } from 'vitest'

import {
  changedAfter,
  changedSince,
  figuresOf,
  halfOf,
  type Paper,
  type SummaryContent,
} from '@/domains/vacancy/papers'

const half = (more: Partial<SummaryContent> = {}): SummaryContent => ({
  visits: [
    { unitId: 'u-1', unit: '801', count: 20 },
    { unitId: 'u-2', unit: '802', count: 4 },
  ],
  ...{ coverage: [], findings: [{ item: 'VU-06', count: 2 }], openFindings: 1 },
  care: [
    { task: 'SE-01', done: 30, missed: 2 },
    { task: 'SE-06', done: 5, missed: 1 },
  ],
  ...{ cost: 120_050, planned: null, lettings: [] },
  ...more,
})

describe('a half-year', () => {
  it('comes to figures: units, checks, findings, care, money', () => {
    expect(figuresOf(half())).toEqual({
      ...{ units: 2, visits: 24, findings: 2, openFindings: 1 },
      ...{ careDone: 35, careMissed: 3, cost: 120_050 },
    })
  })

  it('says what is other than in the half-year before, and only that', () => {
    const before = half({ openFindings: 4, cost: 0 })
    expect(changedSince(before, half())).toEqual([
      { name: 'openFindings', then: 4, now: 1 },
      { name: 'cost', then: 0, now: 120_050 },
    ])
    expect(changedSince(half(), half())).toEqual([])
  })

  it('says what has changed since it was filed, but not that findings were closed', () => {
    const filed = (today: SummaryContent | null) =>
      ({ content: half(), today }) as Paper<SummaryContent>
    expect(changedAfter(filed(half({ openFindings: 0, cost: 130_000 })))).toEqual([
      { name: 'cost', then: 120_050, now: 130_000 },
    ])
    expect(changedAfter(filed(half()))).toEqual([])
    expect(changedAfter(filed(null))).toEqual([])
  })

  it('is said by its year and number', () => {
    expect(halfOf('2026-H2')).toEqual({ year: '2026', half: '2' })
  })
})
