import { describe, expect, it } from 'vitest'

import {
  byBuilding,
  byType,
  moved,
  namesIn,
  onNoRoute,
  sameOrder,
  shortName,
  ticked,
} from '@/ground/places/rules'
import { place, proposal, route } from '@/ground/places/testing/make'

describe('places in groups', () => {
  it('stand in the order in which a building is walked, unknown types last', () => {
    const found = byType([
      place({ type: 'drone_pad' }),
      place({ type: 'meters' }),
      place({ type: 'lift' }),
      place({ type: 'meters' }),
    ])

    expect(found.map(({ type, items }) => `${type} ${items.length}`)).toEqual([
      'lift 1',
      'meters 2',
      'drone_pad 1',
    ])
  })

  it('are proposed building by building', () => {
    const found = byBuilding([
      proposal({ building: '2 栋' }),
      proposal({ building: '10 栋' }),
      proposal({ building: '2 栋' }),
    ])

    expect(found.map(({ name, proposals }) => [name, proposals.length])).toEqual([
      ['2 栋', 2],
      ['10 栋', 1],
    ])
  })

  it('do not repeat the name of the building above them', () => {
    expect(shortName('3 栋 2 单元 9 层 楼梯间', '3 栋')).toBe('2 单元 9 层 楼梯间')
    expect(shortName('3 栋', '3 栋')).toBe('3 栋')
    expect(shortName('东门岗', undefined)).toBe('东门岗')
  })
})

describe('ticks', () => {
  it('are set and cleared for many at once and leave the others', () => {
    const some = new Set(['a', 'b'])

    expect([...ticked(some, ['b', 'c'], true)]).toEqual(['a', 'b', 'c'])
    expect([...ticked(some, ['b', 'c'], false)]).toEqual(['a'])
  })
})

describe('the order of a route', () => {
  it('changes for the moved place alone', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('keeps every place when somebody moves past an end', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 7, 0)).toEqual(['a', 'b'])
  })

  it('is the same only place by place', () => {
    expect(sameOrder(['a', 'b'], ['a', 'b'])).toBe(true)
    expect(sameOrder(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(sameOrder(['a'], ['a', 'b'])).toBe(false)
  })
})

describe('a place that nobody is sent to', () => {
  it('is in use and on no route in use', () => {
    const [walked, off, alone, resting] = [
      place({ id: 'p-1' }),
      place({ id: 'p-2', active: false }),
      place({ id: 'p-3' }),
      place({ id: 'p-4' }),
    ] as const
    const routes = [route({ placeIds: ['p-1'] }), route({ placeIds: ['p-4'], active: false })]

    expect(onNoRoute([walked, off, alone, resting], routes)).toEqual([alone, resting])
  })
})

describe('a pasted list', () => {
  it('gives one name a line, none empty and none twice', () => {
    expect(namesIn('东门岗\r\n\n  中心广场\t南\n东门岗 \n')).toEqual(['东门岗', '中心广场 南'])
  })
})
