import { describe, expect, it } from 'vitest'

import { gridsOf } from '@/ground/places/picture/grid'
import { firstOf, unitAt } from '@/ground/places/picture/walk'
import { unit } from '@/ground/places/testing/make'

const NUMBERS = ['301', '304', '202', '101', '102', '104']
const [grid] = gridsOf(
  NUMBERS.map((number) => unit({ id: number, number, floor: Number(number[0]) })),
)

const lead = (from: string, ...keys: string[]) =>
  keys.map((key) => unitAt(grid!, from, key)?.id ?? '·').join(' ')

describe('the arrow keys', () => {
  it('lead along a floor, over gaps', () => {
    expect(lead('301', 'ArrowRight', 'ArrowLeft', 'End')).toBe('304 · 304')
    expect(lead('104', 'ArrowLeft', 'Home')).toBe('102 101')
  })

  it('lead up and down to the nearest unit of the next floor', () => {
    expect(lead('304', 'ArrowDown', 'ArrowUp')).toBe('202 ·')
    expect(lead('104', 'ArrowUp', 'ArrowDown')).toBe('202 ·')
  })

  it('begin at the highest unit on the left, and other keys lead nowhere', () => {
    expect(firstOf(grid!)?.id).toBe('301')
    expect(lead('301', 'x')).toBe('·')
  })
})
