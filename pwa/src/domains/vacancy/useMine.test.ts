import { beforeEach, expect, it } from 'vitest'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { vacancy } from '@/domains/vacancy'
import { buildingsOf, readMine } from '@/domains/vacancy/useMine'
import { places } from '@/ground/places'
import { placeTable, routeTable } from '@/ground/places/table'
import type { Place, Route } from '@/ground/places/types'

const place = (n: number) => ({ id: `p-${n}`, estate: 'e-1', buildingId: `b-${n}` }) as Place
const route = (id: string, stewardId: string, ...placeIds: string[]) =>
  ({ id, estate: 'e-1', stewardId, placeIds }) as unknown as Route
let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  store = freshPhone([places, vacancy])
  await signInAs('anna')
  await store.rows(placeTable).bulkPut([place(1), place(2)])
})

it('one’s buildings are those on the routes one walks; what stands outside is in none', () => {
  const routes = [route('r-1', 'p-anna', 'p-1', 'p-outside'), route('r-2', 'p-bell', 'p-2')]
  const outside = { id: 'p-outside', buildingId: null }

  expect(buildingsOf(new Set(['r-1']), routes, [place(1), place(2), outside])).toEqual(
    new Set(['b-1']),
  )
})

it('a steward’s units are those in the own buildings; all are who walks nowhere', async () => {
  await store.rows(routeTable).put(route('r-2', 'p-bell', 'p-2'))
  expect((await readMine())({ buildingId: 'b-2' })).toBe(true)

  await store.rows(routeTable).put(route('r-1', 'p-anna', 'p-1'))
  const isMine = await readMine()
  expect([isMine({ buildingId: 'b-1' }), isMine({ buildingId: 'b-2' })]).toEqual([true, false])
})
