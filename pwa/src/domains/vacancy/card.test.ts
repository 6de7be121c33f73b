import { expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/vacancy.register.json'

import { cardOf, formOf } from '@/domains/vacancy/card'
import type { Card } from '@/domains/vacancy/types'

const { unitId: _unitId, ...body } = example.body
const card = body as unknown as Card

it('a card comes out of its form as it went in, as the shared example has it', () => {
  expect(cardOf(formOf(card), card)).toEqual(card)
})

it('rooms and appliances are written in one field, parted by 、 or a comma', () => {
  const form = { ...formOf(null), westRooms: '主卧、 客厅，阳台', appliances: '空调,热水器' }

  const { westRooms, appliances, finish } = cardOf(form, null)

  expect(westRooms).toEqual(['主卧', '客厅', '阳台'])
  expect(appliances.map(({ name }) => name)).toEqual(['空调', '热水器'])
  expect(finish).toBeNull()
})
