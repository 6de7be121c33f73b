import { beforeEach, describe, expect, it } from 'vitest'

import { freshPhone, signInAs } from '@/core/testing/phone'
import type { Store } from '@/core/store/store'
import { serve } from '@/core/testing/server'
import { patrols } from '@/domains/patrols'
import { asking } from '@/domains/patrols/repo'
import { pageTable, planTable } from '@/domains/patrols/table'
import type { PulledPage } from '@/domains/patrols/signing/types'
import type { Plan } from '@/domains/patrols/types'
import { routesWalked } from '@/domains/patrols/walked'
import { estates, estateTable, type Estate } from '@/ground/estates'
import { places, routeTable } from '@/ground/places'
import { dayAfter, dayOf } from '@/ground/calendar/rules'

const TODAY = dayOf(new Date(), 'Asia/Shanghai')
let store: Store
let estate: string
let by: string

const walked = async () => [...(await routesWalked(estate, by))]
const plan = (routeId: string, validFrom: string, assigneeIds: string[]) =>
  store
    .rows(planTable)
    .put({ id: routeId, estate, routeId, validFrom, assignees: 'named', assigneeIds } as Plan)

beforeEach(async () => {
  serve()
  store = freshPhone([estates, places, patrols])
  await signInAs('anna')
  ;({ estate, by } = asking()!)
  await store
    .rows(estateTable)
    .put({ id: estate, timezone: 'Asia/Shanghai', settings: {} } as Estate)
  const route = { estate, name: '3 栋楼内', placeIds: ['stairs'], active: true }
  await store.rows(routeTable).bulkPut([
    { ...route, id: 'mine', stewardId: by },
    { ...route, id: 'theirs', stewardId: 'bell' },
  ])
})

describe('the routes that a person walks today', () => {
  it('are those they are responsible for, where no plan says otherwise', async () => {
    expect(await walked()).toEqual(['mine'])
  })

  it("are those that today's plan gives them, and not the own one that it gives away", async () => {
    await plan('theirs', TODAY, [by])
    await plan('mine', TODAY, ['bell'])
    expect(await walked()).toEqual(['theirs'])
  })

  it('are not those that a plan of tomorrow gives them', async () => {
    await plan('theirs', dayAfter(TODAY, 1), [by])
    expect(await walked()).toEqual(['mine'])
  })

  it.each([
    ['today', 0, ['mine', 'theirs']],
    ['yesterday', -1, ['mine']],
  ])('take in a round that was handed over %s', async (_, days, ids) => {
    const acts = ['bell', by].map((toId) => ({ act: 'hand_over', detail: { toId } }))
    const page = { id: 'page', estate, routeId: 'theirs', date: dayAfter(TODAY, days), acts }
    await store.rows(pageTable).put(page as unknown as PulledPage)
    expect(await walked()).toEqual(ids)
  })
})
