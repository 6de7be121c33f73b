import { beforeEach, describe, expect, it } from 'vitest'

import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { Store } from '@/core/store/store'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { patrols } from '@/domains/patrols'
import { asking, readGround } from '@/domains/patrols/repo'
import { roundIdOf } from '@/domains/patrols/rules'
import { makeUp, skip } from '@/domains/patrols/signing/acts'
import { askedFor } from '@/domains/patrols/signing/makeUps'
import { readPage } from '@/domains/patrols/signing/read'
import { standing } from '@/domains/patrols/signing/standing'
import type { Act, Page } from '@/domains/patrols/signing/types'
import { pageTable, visitTable } from '@/domains/patrols/table'
import { roundsToday } from '@/domains/patrols/use'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { checklists } from '@/ground/checklists'
import { estates, estateTable, type EstateSettings } from '@/ground/estates'
import { people } from '@/ground/people'
import { places, placeTable, routeTable, type Place } from '@/ground/places'

const ZONE = 'Asia/Shanghai'
const around = { title: '3 栋楼内', settingsVersion: 1 }
const today = () => dayOf(corrected(), ZONE)

let store: Store
let estate: string
let by: string

beforeEach(async () => {
  serve()
  store = freshPhone([estates, people, places, checklists, patrols])
  await signInAs('anna')
  ;({ estate, by } = asking()!)
  const settings = {
    late_minutes: 0,
    made_up_working_days: 5,
    holidays: [],
    make_up_days: [],
    patrol_windows: [['00:00', '23:59']],
    rounds_on_working_day: 1,
    rounds_on_rest_day: 1,
  } as unknown as EstateSettings
  await store
    .rows(estateTable)
    .put({ id: estate, estate, name: '望江苑', timezone: ZONE, settings })
  const place = (id: string) => ({ id, estate, type: 'stairwell', name: `${id} 层` }) as Place
  await store.rows(placeTable).bulkPut([place('nine'), place('eight')])
  const route = { id: 'route', estate, name: '3 栋楼内', stewardId: by, active: true }
  await store.rows(routeTable).put({ ...route, placeIds: ['nine', 'eight'] })
})

const idOn = (date: string) => roundIdOf(estate, { routeId: 'route', date, number: 1 })
const pageOn = async (date = today()): Promise<Page> => (await readPage(idOn(date)))!

async function told(placeId: string, state = 'done', date = today()): Promise<void> {
  const round = { roundId: idOn(date), routeId: 'route', date, number: 1 }
  const made = { scannedAt: `${date}T02:00:00Z`, correctedAt: `${date}T02:00:00Z` }
  const visit = {
    id: `visit-${placeId}`,
    estate,
    placeId,
    abnormal: 0,
    state,
    serial: 'XC-2026-000001',
  }
  await store.rows(visitTable).put({ ...visit, ...round, ...made, byId: 'zhou', byName: '周国平' })
}

describe('a page read on the phone', () => {
  it('is that of a round of the plan, before anything was done on it', async () => {
    const page = await pageOn()
    expect(page).toMatchObject({
      round: { routeId: 'route', number: 1 },
      serial: null,
      visitIds: [],
    })
    expect(page.places.map(({ placeId }) => placeId)).toEqual(['nine', 'eight'])
  })

  it('is nothing when this phone knows no such round', async () => {
    expect(await readPage('another')).toBeNull()
    expect(await readPage(idOn(dayAfter(today(), -9)))).toBeNull()
  })

  it('says of what colleagues did whether it was made up', async () => {
    await told('nine', 'made_up')
    await told('eight')
    const { places: read } = await pageOn()
    expect(read.map(({ visits }) => visits[0]?.madeUp)).toEqual([true, false])
  })

  it('shows an own act before it was sent, and not twice once it was told', async () => {
    await skip(await pageOn(), { placeIds: [], reason: '台风停工' }, around)
    const own = await pageOn()
    expect(standing(own.acts, own.visitIds).state).toBe('skipped')
    expect(own.acts[0]).toMatchObject({ act: 'skip', note: '台风停工', pending: true })
    expect(own.places.every(({ skipped }) => skipped)).toBe(true)

    const { pending: _, ...act } = own.acts[0] as Act
    const page = { id: own.id, estate, routeId: 'route', number: 1, serial: 'XC-2026-000001' }
    const rest = { date: today(), dueAt: null, visits: [], visitIds: [] }
    await store.rows(pageTable).put({ ...page, ...rest, acts: [act] })
    expect((await pageOn()).acts).toEqual([act])
  })

  it('names of a whole round that is skipped only what no later round can still do', async () => {
    const { settings, ...kept } = (await store.rows(estateTable).get(estate))!
    const twice = { patrol_windows: [['00:00', '12:00'] as const, ['12:00', '23:59'] as const] }
    const more = { ...settings, ...twice, rounds_on_working_day: 2, rounds_on_rest_day: 2 }
    await store.rows(estateTable).put({ ...kept, settings: more as unknown as EstateSettings })
    await store.rows(routeTable).update('route', { frequencies: { eight: 'daily' } })

    await skip(await pageOn(), { placeIds: [], reason: '台风停工' }, around)

    const [act] = (await pageOn()).acts
    expect(act?.detail.places?.map(({ placeId }) => placeId)).toEqual(['nine'])
  })

  it('shows a refused act as refused, and without effect', async () => {
    await skip(await pageOn(), { placeIds: ['nine'], reason: '施工封闭' }, around)
    const answer = { outcome: 'refused' as const, code: 'patrols.skip_late', params: {} }
    await store
      .rows(outboxTable)
      .toCollection()
      .modify({ state: 'refused', answer: answer as never })
    const page = await pageOn()
    expect(page.refused?.code).toBe('patrols.skip_late')
    expect(page.places[0]?.skipped).toBe(false)
  })
})

describe("today's rounds", () => {
  const leftToday = async (): Promise<number | undefined> => {
    const ground = await readGround(estate, by)
    return roundsToday(ground!, by, corrected())[0]?.left
  }

  it('pass over what was skipped before it was sent, and until the server tells of it', async () => {
    expect(await leftToday()).toBe(2)
    await skip(await pageOn(), { placeIds: ['nine'], reason: '施工封闭' }, around)
    expect(await leftToday()).toBe(1)

    const settledAt = corrected().toISOString()
    await store.rows(outboxTable).toCollection().modify({ state: 'applied', settledAt })
    expect(await leftToday()).toBe(1)
  })

  it('ask again for what the server did not let be skipped', async () => {
    await skip(await pageOn(), { placeIds: ['nine'], reason: '施工封闭' }, around)
    const settledAt = corrected().toISOString()
    await store.rows(outboxTable).toCollection().modify({ state: 'refused', settledAt })
    expect(await leftToday()).toBe(2)
  })
})

describe('a place to be made up', () => {
  it('is known before the act was sent, until somebody visits it', async () => {
    const yesterday = dayAfter(today(), -1)
    await makeUp(await pageOn(yesterday), { placeIds: ['nine'], reason: '上午开会' }, around)
    const ground = (await readGround(estate, by))!

    expect(await askedFor('nine', ground, null)).toMatchObject({ round: { date: yesterday } })
    expect(await askedFor('eight', ground, null)).toBeNull()
    await told('nine', 'made_up', yesterday)
    expect(await askedFor('nine', ground, idOn(yesterday))).toBeNull()
  })

  it('is not looked for once the limit is over', async () => {
    const longAgo = dayAfter(today(), -30)
    const ground = (await readGround(estate, by))!
    expect(await askedFor('nine', ground, idOn(longAgo))).toBeNull()
  })
})
