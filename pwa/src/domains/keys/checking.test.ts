import { describe, expect, it } from 'vitest'

import { comparedOf, sampleOf, slotsOf } from '@/domains/keys/checking'
import { keyCase } from '@/domains/keys/testing/make'

const hung = (id: string, cabinetSlot: string, state = 'in_cabinet') =>
  keyCase({ id, cabinetSlot, state: state as 'in_cabinet' })

describe('a spot check', () => {
  it('expects on a hook what should hang there now, also where that is nothing', () => {
    const cases = [hung('a', 'A-2'), hung('b', 'A-10', 'on_loan'), hung('c', 'A-2'), hung('d', '')]
    expect(slotsOf([...cases, hung('e', 'B-1', 'retired')])).toEqual([
      { cabinetSlot: 'A-2', expected: ['a', 'c'], found: [] },
      { cabinetSlot: 'A-10', expected: [], found: [] },
    ])
  })

  it('draws no fewer hooks than asked, in the order of the cabinet', () => {
    const slots = slotsOf(Array.from({ length: 21 }, (_, i) => hung(`${i}`, `A-${i}`)))
    let lot = 0
    const drawn = sampleOf(slots, 10, () => (lot += 0.4) % 1)
    expect(drawn).toHaveLength(3)
    expect(drawn).toEqual(slots.filter((slot) => drawn.includes(slot)))
  })

  it('says what is missing and what does not belong', () => {
    const slot = { cabinetSlot: 'A', expected: ['a', 'b'], found: ['b', 'x'] }
    expect(comparedOf(slot)).toEqual({ missing: ['a'], unexpected: ['x'] })
  })

  it('draws by lot, all of them or none where so much is asked', () => {
    const slots = slotsOf(Array.from({ length: 4 }, (_, i) => hung(`${i}`, `A-${i}`)))
    const lots = [0.9, 0.1, 0.8, 0.2]
    const drawn = (percent: number) => {
      let turn = 0
      return sampleOf(slots, percent, () => lots[turn++] ?? 0).map(({ cabinetSlot }) => cabinetSlot)
    }
    expect(drawn(50)).toEqual(['A-1', 'A-3'])
    expect(drawn(75)).toEqual(['A-1', 'A-2', 'A-3'])
    expect(drawn(100)).toEqual(['A-0', 'A-1', 'A-2', 'A-3'])
    expect(drawn(0)).toEqual([])
  })

  it('goes through the hooks in the order of their numbers', () => {
    const slots = slotsOf([hung('c', 'B-1'), hung('b', 'A-10'), hung('a', 'A-2')])
    expect(slots.map(({ cabinetSlot }) => cabinetSlot)).toEqual(['A-2', 'A-10', 'B-1'])
  })

  it('counts no hook of what is handed over', () => {
    expect(slotsOf([hung('a', 'A-1', 'handed_over'), hung('b', 'A-2', 'incident')])).toEqual([
      { cabinetSlot: 'A-2', expected: [], found: [] },
    ])
  })
})
