import { expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/vacancy.register.json'

import type { Card } from '@/domains/vacancy/types'
import { cardsOf, type UnitList } from '@/domains/vacancy/unitList'

it('keeps the whole card of each row that can be kept, under its unit', () => {
  const { unitId, ...card } = example.body
  const said = { unitId, ...card } as Card & { unitId: string }
  const refused = {
    row: 4,
    place: '99 栋 101',
    said: null,
    why: 'unit_unknown',
    value: '99 栋 101',
  }
  const list: UnitList = {
    unread: [],
    rows: [{ row: 3, place: '3 栋 2 单元 1501', said, why: null, value: '' }, refused],
  }

  expect(cardsOf(list)).toEqual([{ unitId, unit: '3 栋 2 单元 1501', card }])
})
