import { beforeEach, describe, expect, it } from 'vitest'

import { outboxTable } from '@/core/outbox/table'
import { useSession } from '@/core/session/session'
import type { Store } from '@/core/store/store'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { labels, labelTable } from '@/ground/labels'
import { claim, hang, readHeld } from '@/ground/labels/repo'
import type { Label } from '@/ground/labels/types'
import { places, placeTable, routeTable, type Place, type Route } from '@/ground/places'

let store: Store
let stairs: Place

const labelRow = (change: Partial<Label>): Label => ({
  ...{ id: 'l-1', estate: 'e-1', code: '4K7Q2M9XTB3K', targetKind: 'place', targetId: 'stairs' },
  ...{ spot: '', generation: 1, state: 'printed', revokedAt: null, reason: null, ...change },
})
const states = async () =>
  Object.fromEntries((await store.rows(labelTable).toArray()).map(({ id, state }) => [id, state]))

beforeEach(async () => {
  serve()
  store = freshPhone([places, labels])
  await signInAs('anna')
  const estate = useSession().estate.value!.id
  stairs = { id: 'stairs', estate, name: '2 单元 9 层 楼梯间', active: true } as Place
  await store.rows(placeTable).put(stairs)
})

describe('hanging a label', () => {
  it('keeps the item and lets the phone go on as if it were entered', async () => {
    const older = labelRow({ id: 'l-0', code: 'OLD', state: 'active' })
    const newer = labelRow({ generation: 2 })
    await store.rows(labelTable).bulkPut([older, newer])

    expect(await hang(newer, stairs)).toBe(1)

    expect(await states()).toEqual({ 'l-0': 'revoked', 'l-1': 'active' })
    const [item] = await store.rows(outboxTable).toArray()
    expect(item).toMatchObject({
      ...{ kind: 'labels.hang', v: 1, about: 'stairs', title: { placeName: stairs.name } },
      body: { code: newer.code, placeId: 'stairs' },
    })
  })

  it('keeps nothing when it hangs already, also if the page did not know yet', async () => {
    const label = labelRow({})
    await store.rows(labelTable).put({ ...label, state: 'active' })

    expect(await hang(label, stairs)).toBeNull()
    expect(await store.rows(outboxTable).count()).toBe(0)
  })
})

describe('claiming a blank label', () => {
  it('makes it the newest of the place', async () => {
    const blank = labelRow({ targetKind: 'blank', targetId: 'l-1' })
    await store
      .rows(labelTable)
      .bulkPut([blank, labelRow({ id: 'l-0', code: 'OLD', generation: 3 })])

    expect(await claim(blank, stairs)).toBe(0)

    expect(await store.rows(labelTable).get('l-1')).toMatchObject({
      ...{ targetKind: 'place', targetId: 'stairs', generation: 4, state: 'active' },
    })
    const [item] = await store.rows(outboxTable).toArray()
    expect(item).toMatchObject({ kind: 'labels.claim', about: 'stairs' })
  })

  it('is not done twice', async () => {
    const blank = labelRow({ targetKind: 'blank', targetId: 'l-1' })
    await store.rows(labelTable).put(blank)
    await claim(blank, stairs)

    expect(await claim(blank, stairs)).toBeNull()
    expect(await store.rows(outboxTable).count()).toBe(1)
  })
})

it('works on the routes in use of this estate and knows labels of every estate', async () => {
  const route = (id: string, change: Partial<Route> = {}): Route => ({
    ...{ id, estate: 'e-1', name: id, stewardId: null, placeIds: ['stairs'], active: true },
    ...change,
  })
  await store
    .rows(routeTable)
    .bulkPut([
      route('used'),
      route('empty', { placeIds: [] }),
      route('shut', { active: false }),
      route('theirs', { estate: 'e-2' }),
    ])
  await store.rows(labelTable).put(labelRow({ estate: 'e-2' }))

  const held = await readHeld()

  expect(held?.routes.map(({ id }) => id)).toEqual(['used'])
  expect(held?.labels.has('4K7Q2M9XTB3K')).toBe(true)
})
