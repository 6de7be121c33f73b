import { describe, expect, it } from 'vitest'

import { byVersion } from '@/core/store/store'

const visits = { name: 'visits', indexes: { 1: 'id', 3: 'id, roundId' } }
const places = { name: 'places', indexes: { 2: 'id' } }

describe('the versions of the store', () => {
  it('gather what each room brought under the shared numbers', () => {
    expect(byVersion([visits, places])).toEqual([
      [1, { visits: 'id' }],
      [2, { places: 'id' }],
      [3, { visits: 'id, roundId' }],
    ])
  })

  it('refuse two tables of one name', () => {
    expect(() => byVersion([visits, { name: 'visits', indexes: { 1: 'id' } }])).toThrow('visits')
  })
})
