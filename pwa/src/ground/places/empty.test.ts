import { beforeEach, expect, it } from 'vitest'

import { pullEstate } from '@/core/sync/pull'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'
import { places } from '@/ground/places'
import { emptyUnitsAt } from '@/ground/places/empty'
import { emptyUnitTable } from '@/ground/places/table'
import { place } from '@/ground/places/testing/make'

let server: TestServer
let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  server = serve()
  store = freshPhone([places])
  await signInAs('anna')
})

const stairwell = (id: string, buildingId = 'b-1') => ({
  kind: 'places.stairwell',
  id,
  data: { buildingId, name: id, order: 1 },
})
const unit = (number: string, status: string, more: object = {}) => ({
  kind: 'places.unit',
  id: `u-${number}`,
  data: { stairwellId: 's-1', floor: 1, number, status, renovating: false, area: 8_950, ...more },
})

async function told(...changes: object[]): Promise<void> {
  server.pages = [{ changes, cursor: '1' } as never]
  await pullEstate('e-1')
}

it('keeps of the register only units in which nobody lives (PAT-M4)', async () => {
  await told(
    unit('101', 'vacant_unsold'),
    unit('102', 'occupied_owner'),
    unit('103', 'idle', { renovating: true }),
    unit('104', 'let_vacant'),
  )

  const { id, estate, ...kept } = (await store.rows(emptyUnitTable).toArray())[0]!
  expect([id, estate]).toEqual(['u-101', 'e-1'])
  expect(kept).toEqual({ stairwellId: 's-1', floor: 1, number: '101' })
  expect(await store.rows(emptyUnitTable).count()).toBe(1)
})

it('lets go of a unit once somebody has moved in', async () => {
  await told(unit('101', 'sold_not_moved_in'))
  await told(unit('101', 'occupied_tenant'))

  expect(await store.rows(emptyUnitTable).count()).toBe(0)
})

it('answers the empty units of a floor, a stairwell or a building, as people count', async () => {
  await told(
    stairwell('s-1'),
    stairwell('s-2'),
    stairwell('s-9', 'b-9'),
    unit('1001', 'idle', { floor: 10 }),
    unit('201', 'idle', { floor: 2 }),
    unit('203', 'idle', { floor: 2, stairwellId: 's-2' }),
    unit('999', 'idle', { stairwellId: 's-9' }),
  )

  expect(await emptyUnitsAt(place({ floor: 2 }))).toEqual(['201'])
  expect(await emptyUnitsAt(place())).toEqual(['201', '1001'])
  expect(await emptyUnitsAt(place({ stairwellId: null }))).toEqual(['201', '203', '1001'])
  expect(await emptyUnitsAt(place({ stairwellId: null, buildingId: null }))).toEqual([])
})
