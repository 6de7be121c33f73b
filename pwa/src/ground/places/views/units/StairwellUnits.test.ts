import { mount } from '@vue/test-utils'
import { beforeAll, describe, expect, it } from 'vitest'

import { speakOffice } from '@/core/testing/office'
import { PLACE_TYPES } from '@/ground/places/rules'
import { shapes, STATUSES } from '@/ground/places/statuses'
import { unit } from '@/ground/places/testing/make'
import { gridsOf } from '@/ground/places/picture/grid'
import { t } from '@/core/text'

import { RENOVATING } from './filter'
import StairwellUnits from './StairwellUnits.vue'

beforeAll(speakOffice)

const UNITS = [
  unit({ number: '101', status: 'occupied_owner' }),
  unit({ number: '102', status: 'vacant_unsold' }),
  unit({ number: '103', status: 'idle', renovating: true }),
]

function drawn(filter: string) {
  const [grid] = gridsOf(UNITS)
  return mount(StairwellUnits, { props: { grid: grid!, filter, opened: undefined } })
}

describe('the units of a stairwell', () => {
  it('say their status in words, not in colour alone', () => {
    const named = drawn('')
      .findAll('button')
      .map((one) => one.attributes('aria-label'))

    expect(named).toEqual([
      '101\u00a0· 自住',
      '102\u00a0· 空置房',
      '103\u00a0· 闲置房\u00a0· 装修中',
    ])
  })

  it.each([
    ['vacant_unsold', ['102']],
    [RENOVATING, ['103']],
    ['', ['101', '102', '103']],
  ])('leave in sight what is asked for: %s', (filter, meant) => {
    const inSight = drawn(filter)
      .findAll('button')
      .filter((one) => one.find('.unit-mark').exists())

    expect(inSight.map((one) => one.text())).toEqual(meant)
  })

  it('open by a tap', async () => {
    const stairwell = drawn('')

    await stairwell.findAll('button')[1]!.trigger('click')

    expect(stairwell.emitted('open')).toEqual([[UNITS[1]]])
  })
})

describe('what is drawn', () => {
  it('has a shape and a word for each status, a word for each type of place', () => {
    expect(new Set(Object.values(shapes).map((shape) => JSON.stringify(shape))).size).toBe(
      STATUSES.length,
    )
    const keys = [
      ...STATUSES.map((status) => `places.statuses.${status}`),
      ...PLACE_TYPES.map((type) => `places.types.${type}`),
    ]
    expect(keys.filter((key) => t(key) === key)).toEqual([])
  })
})
