import { expect, it } from 'vitest'

import { buildingsOf } from '@/domains/vacancy/mine'

const places = [
  { id: 'stairs-1', buildingId: 'b-1' },
  { id: 'stairs-2', buildingId: 'b-2' },
  { id: 'gate', buildingId: null },
]
const route = (stewardId: string, placeIds: string[], active = true) => ({
  stewardId,
  placeIds,
  active,
})

it('are the buildings on the routes that a person walks now', () => {
  const routes = [
    route('p-lin', ['stairs-1', 'gate']),
    route('p-zhou', ['stairs-2']),
    route('p-lin', ['stairs-2'], false),
  ]

  expect([...buildingsOf('p-lin', routes, places)]).toEqual(['b-1'])
  expect(buildingsOf('p-shen', routes, places).size).toBe(0)
})
