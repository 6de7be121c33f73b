import { beforeEach, expect, it } from 'vitest'
import { effectScope } from 'vue'

import { outboxTable } from '@/core/outbox/table'
import type { Store } from '@/core/store/store'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { labels, labelTable, type Label } from '@/ground/labels'
import { useHang } from '@/ground/labels/useHang'
import { joinWalkedBy, places, placeTable, routeTable, type Place } from '@/ground/places'

const WALK = ['roof', 'stairs', 'lobby']
let store: Store
let mode: ReturnType<typeof useHang>

const labelRow = (code: string, change: Partial<Label>): Label => ({
  ...{ id: code, estate: 'e-1', code, targetKind: 'place', targetId: '', spot: '' },
  ...{ generation: 1, state: 'printed', revokedAt: null, reason: null, ...change },
})
const nextIs = (id: string | undefined) => expect.poll(() => mode.current.value?.place.id).toBe(id)

beforeEach(async () => {
  localStorage.clear()
  serve()
  store = freshPhone([places, labels])
  await signInAs('anna')
  await store
    .rows(placeTable)
    .bulkPut(WALK.map((id) => ({ id, estate: 'e-1', name: id, active: true }) as Place))
  await store.rows(routeTable).put({
    ...{ id: 'route', estate: 'e-1', name: '1 栋楼内', stewardId: 'p-anna' },
    ...{ placeIds: WALK, active: true },
  })
  await store
    .rows(labelTable)
    .bulkPut([
      ...WALK.map((id) => labelRow(id.toUpperCase(), { targetId: id })),
      labelRow('BLANK', { targetKind: 'blank', targetId: 'BLANK' }),
    ])
  mode = effectScope().run(useHang)!
  await nextIs('roof')
})

it('hangs the label of the place that comes next at once, and goes on', async () => {
  mode.take('ROOF')

  await nextIs('stairs')
  expect(mode.last.value).toMatchObject({ place: { id: 'roof' }, replaced: 0 })
  expect(mode.told.value).toMatchObject({ what: 'hung' })
  expect(await store.rows(outboxTable).count()).toBe(1)
})

it('asks before it hangs the label of another place, and goes on from there', async () => {
  mode.take('STAIRS')
  expect(mode.question.value).toMatchObject({ what: 'elsewhere', place: { id: 'stairs' } })

  await mode.confirm()

  await nextIs('lobby')
  await expect.poll(() => mode.left.value.map(({ place }) => place.id)).toEqual(['roof', 'lobby'])
})

it('gives a blank label to the place shown, also to one picked from the list', async () => {
  mode.pick('lobby')
  mode.take('BLANK')
  expect(mode.question.value).toMatchObject({ what: 'blank' })

  await mode.confirm()

  await expect.poll(async () => (await store.rows(labelTable).get('BLANK'))?.targetId).toBe('lobby')
  await nextIs('roof')
})

it('says that a label hangs already, and keeps nothing', async () => {
  mode.take('ROOF')
  await nextIs('stairs')

  mode.take('ROOF')

  await expect.poll(() => mode.told.value).toMatchObject({ what: 'hangs', place: { id: 'roof' } })
  expect(await store.rows(outboxTable).count()).toBe(1)
  expect(mode.question.value).toBeNull()
})

it('comes back to a place that was skipped', async () => {
  mode.passed('roof')
  await nextIs('stairs')
  mode.take('STAIRS')
  await nextIs('lobby')
  mode.take('LOBBY')
  await nextIs('roof')
  mode.take('ROOF')
  await nextIs(undefined)
})

it('begins with the route that the person walks today, whoever is responsible for it', async () => {
  const lift = { id: 'lift', estate: 'e-1', name: 'lift', active: true } as Place
  await store.rows(placeTable).put(lift)
  await store.rows(routeTable).put({
    ...{ id: 'other', estate: 'e-1', name: '2 栋电梯', stewardId: 'p-bell' },
    ...{ placeIds: ['lift'], active: true },
  })
  joinWalkedBy(() => Promise.resolve(() => Promise.resolve(new Set(['other']))))
  mode = effectScope().run(useHang)!

  await nextIs('lift')
})

it('says what is wrong with a code it does not know', () => {
  mode.take('4K7Q2M9XTB3K')
  expect(mode.question.value).toMatchObject({ what: 'trouble', why: 'unknown' })
})
