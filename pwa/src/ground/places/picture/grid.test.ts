import { describe, expect, it } from 'vitest'

import { gridsOf, type StairwellGrid } from '@/ground/places/picture/grid'
import { unit } from '@/ground/places/testing/make'

const numbers = (grid: StairwellGrid | undefined) =>
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

  it('keeps its height where only some of its units are known', () => {
    const units = [5, 2].map((floor) => unit({ number: `${floor}01`, floor }))

    const floors = (sparse: boolean) => gridsOf(units, sparse)[0]?.floors.map(({ floor }) => floor)

    expect(floors(false)).toEqual([5, 2])
    expect(floors(true)).toEqual([5, 4, 3, 2, 1])
  })

  it('has no floor 0 between the ground and what lies below', () => {
    const units = [1, -2].map((floor) => unit({ number: '01', floor }))

    expect(gridsOf(units, true)[0]?.floors.map(({ floor }) => floor)).toEqual([1, -1, -2])
  })
})
