import { describe, expect, it } from 'vitest'

import { buildStore, byVersion } from '@/core/store/store'

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

  it('empty what has to be read anew once a newer one brings a table', async () => {
    const read = { name: 'read', indexes: { 1: 'id' }, anew: true } as const
    const kept = { name: 'kept', indexes: { 1: 'id' } }
    const before = buildStore([read, kept], 'read-anew')
    for (const table of [read, kept]) await before.rows(table).put({ id: 'one' })
    before.dexie.close()

    const after = buildStore([read, kept, places], 'read-anew')

    expect([await after.rows(read).count(), await after.rows(kept).count()]).toEqual([0, 1])
  })

  it('refuse two tables of one name', () => {
    expect(() => byVersion([visits, { name: 'visits', indexes: { 1: 'id' } }])).toThrow('visits')
  })
})
