import { beforeEach, expect, it } from 'vitest'

import enter from '../../../../tests/examples/kinds/emergencies.enter.json'
import leave from '../../../../tests/examples/kinds/emergencies.leave.json'

import { outboxTable } from '@/core/outbox/table'
import { useSession } from '@/core/session/session'
import { freshPhone, photoOn, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { emergencies } from '@/domains/emergencies'
import { keepEntering, keepLeaving, readColleagues, readEntries } from '@/domains/emergencies/repo'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import type { Estate } from '@/ground/estates/types'
import { colleagueTable, people } from '@/ground/people'

let store: ReturnType<typeof freshPhone>
let estate: string

beforeEach(async () => {
  serve()
  store = freshPhone([estates, people, emergencies])
  await signInAs('anna')
  estate = useSession().estate.value!.id
  const colleague = (id: string, role: string) => ({ id, estate, name: id, role, active: true })
  await store
    .rows(colleagueTable)
    .bulkPut([
      colleague(enter.body.authorisedBy, 'manager'),
      colleague('sup', 'supervisor'),
      colleague('guard', 'guard'),
      { ...colleague('gone', 'manager'), active: false },
    ])
})

it('is sent as the shared examples have it', async () => {
  for (const { sha256 } of enter.body.photos) await photoOn(store, sha256)
  await keepEntering(enter.body)
  await keepLeaving(leave.body, enter.body.unit)

  const items = await store.rows(outboxTable).orderBy('seq').toArray()
  expect(items.map(({ kind, v, about, body }) => ({ kind, v, about, body }))).toEqual([
    enter,
    leave,
  ])
  expect(items[0]!.photos).toEqual(enter.body.photos.map(({ sha256 }) => sha256))
})

it('shows what was kept on this phone before the server tells it', async () => {
  await keepEntering({ ...enter.body, photos: [] })
  expect(await readEntries()).toMatchObject([
    { unit: '3-2-902', serial: null, waits: true, left: null },
  ])

  await keepLeaving(leave.body, enter.body.unit)
  const [entry] = await readEntries()
  expect(entry!.left).toMatchObject({ done: leave.body.done, toldWho: '业主 周先生' })
})

it.each([
  [true, ['sup', enter.body.authorisedBy]],
  [false, [enter.body.authorisedBy]],
])('lets managers authorise, the supervisor where there is one post: %s', async (joint, may) => {
  const settings = { supervisor_may_act_as_manager: joint }
  await store.rows(estateTable).put({ id: estate, settings } as unknown as Estate)
  const managers = (await readColleagues()).filter(({ manages }) => manages)
  expect(managers.map(({ id }) => id).sort()).toEqual([...may].sort())
})
