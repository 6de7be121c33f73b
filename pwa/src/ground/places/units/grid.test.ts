import { describe, expect, it } from 'vitest'

import { gridsOf } from '@/ground/places/units/grid'
import { unit } from '@/ground/places/testing/make'

const numbers = (grid = gridsOf([])[0]) =>
  grid?.floors.map(({ units }) => units.map((one) => one?.number ?? '·').join(' '))

describe('a building as it stands', () => {
  it('has its top floor first and each riser in one column', () => {
    const units = ['101', '102', '201', '202', '1002'].map((number) =>
      unit({ number, floor: Number(number.slice(0, -2)) }),
    )

    const [grid] = gridsOf(units)

    expect(grid?.floors.map(({ floor }) => floor)).toEqual([10, 2, 1])
    expect(numbers(grid)).toEqual(['· 1002', '201 202', '101 102'])
  })

  it('stands floor by floor where two units would share a riser', () => {
    const units = ['A01', 'B01', 'C01'].map((number) => unit({ number, floor: 1 }))

    expect(numbers(gridsOf([...units, unit({ number: '201', floor: 2 })])[0])).toEqual([
      '201 · ·',
      'A01 B01 C01',
    ])
  })

  it('is drawn once for each stairwell, in order', () => {
    const grids = gridsOf([
      unit({ stairwellId: 's-1', stairwell: '1 单元' }),
      unit({ stairwellId: 's-2', stairwell: '2 单元', floor: -1 }),
    ])

    expect(grids.map(({ name }) => name)).toEqual(['1 单元', '2 单元'])
  })
})
