import { describe, expect, it } from 'vitest'

import { buildingsOf, keysToFetch, stairsOf, wayIn } from '@/domains/vacancy/walk'
import { lentTo, ME, unitCase, unitKeys } from '@/domains/vacancy/testing/make'

describe('the walk of the week', () => {
  it('goes building by building, stairwell by stairwell, from the top down', () => {
    const at = (number: string, floor: number, more = {}) => unitCase({ number, floor, ...more })
    const other = { stairwellId: 's-2', stairwell: '2 单元', stairwellOrder: 2 }
    const first = { ...other, stairwellId: 's-0', building: '2 栋', buildingOrder: 2 }

    const stairs = stairsOf([
      at('101', 1),
      at('201', 2, other),
      at('1001', 10),
      at('102', 1),
      at('301', 3, first),
    ])

    expect(stairs.map(({ name, cases }) => [name, cases.map(({ unit }) => unit.number)])).toEqual([
      ['2 栋 2 单元', ['301']],
      ['5 栋 1 单元', ['1001', '101', '102']],
      ['5 栋 2 单元', ['201']],
    ])
  })

  it('counts by building what is still to be gone to', () => {
    const other = { buildingId: 'b-2', building: '2 栋', buildingOrder: 2 }
    const cases = [
      ...[unitCase(), unitCase({}, { turn: 'missed' }), unitCase({}, { turn: 'done' })],
      unitCase(other, { turn: 'done' }),
    ]

    expect(buildingsOf(cases)).toEqual([
      { id: 'b-2', name: '2 栋', due: 0 },
      { id: 'b-5', name: '5 栋', due: 2 },
    ])
  })

  it('says which keys to fetch in the order of the cabinet, and which cannot be had', () => {
    const cases = [
      unitCase({}, { keys: [unitKeys({ slot: 'C-10' })] }),
      unitCase({}, { keys: [unitKeys({ slot: 'C-04' })] }),
      unitCase({}, { keys: [lentTo(ME)] }),
      unitCase({}, { keys: [lentTo('p-wu')] }),
      unitCase({}, { keys: [unitKeys({ state: 'gone' })] }),
      unitCase({}, { turn: 'done', keys: [unitKeys({ slot: 'C-01' })] }),
    ]

    const { fetch, mine, others, without } = keysToFetch(cases, ME)

    expect(fetch.map(({ slot }) => slot)).toEqual(['C-04', 'C-10'])
    expect([mine.length, others.length, without.length]).toEqual([1, 1, 1])
  })
})

describe('the way into a unit (VAC-R02)', () => {
  it('is open to whoever has its keys on loan', () => {
    expect(wayIn([unitKeys(), lentTo(ME)], ME)).toMatchObject({ way: 'enter', loanId: 'l-1' })
  })

  it('leads to the cabinet, to the colleague who has them, or nowhere', () => {
    expect(wayIn([unitKeys()], ME).way).toBe('lend')
    expect(wayIn([lentTo('p-wu')], ME).way).toBe('ask')
    expect(wayIn([unitKeys({ state: 'gone' })], ME).way).toBe('none')
  })
})
