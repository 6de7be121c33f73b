import { describe, expect, it } from 'vitest'

import { keyOf, MEASURES, SHOWN, type Measure } from '@/domains/vacancy/looks'
import { unitCase } from '@/domains/vacancy/testing/make'
import type { UnitCase } from '@/domains/vacancy/walk'

const when = { today: '2026-11-23', every: 7 }
const open = { water: 'open', power: 'shut', gas: 'shut' } as const

describe('what the building is coloured by', () => {
  it.each<[Measure, string, UnitCase]>([
    ['week', 'wrong', unitCase({}, { turn: 'done', openFindings: 2 })],
    ['week', 'off', unitCase({}, { turn: 'off', openFindings: 2 })],
    ['week', 'missed', unitCase({}, { turn: 'missed' })],
    ['status', 'let_vacant', unitCase({ status: 'let_vacant' })],
    ['days', 'never', unitCase()],
    ['days', 'fresh', unitCase({ checkedOn: ['2026-11-16'] })],
    ['days', 'late', unitCase({ checkedOn: ['2026-11-15'] })],
    ['days', 'long', unitCase({ checkedOn: ['2026-11-08'] })],
    ['month', 'open', unitCase({ checkedOn: ['2026-10-31'] })],
    ['month', 'done', unitCase({ checkedOn: ['2026-11-01'] })],
    ['findings', 'open', unitCase({}, { openFindings: 1 })],
    ['findings', 'none', unitCase()],
    ['valves', 'late', unitCase({ valves: open })],
    ['valves', 'unknown', unitCase()],
  ])('%s: %s', (measure, key, one) => {
    expect(keyOf(measure, one, when)).toBe(key)
    expect(SHOWN[measure].map((shown) => shown.key)).toContain(key)
  })

  it('is never told by colour alone: each look of a measure has a shape of its own', () => {
    for (const measure of MEASURES) {
      const shapes = SHOWN[measure].map(({ state, status }) => state ?? status ?? 'none')
      expect(new Set(shapes).size).toBe(shapes.length)
    }
  })
})
