import { beforeEach, describe, expect, it } from 'vitest'

import { outboxTable } from '@/core/outbox/table'
import { photoTable } from '@/core/photos/table'
import type { Store } from '@/core/store/store'
import { freshPhone, itemAbout, noteTable, photoOn, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { patrols } from '@/domains/patrols'
import { joinReports, type Reports } from '@/domains/patrols/needs'
import { openSheet } from '@/domains/patrols/opening'
import {
  asking,
  keepDraft,
  readDraft,
  readGround,
  readVisit,
  readVisitsOf,
  saveVisit,
  throwAway,
  type Ground,
} from '@/domains/patrols/repo'
import { seenAgain } from '@/domains/patrols/again'
import { changed } from '@/ground/checklists/sheet'
import { answered } from '@/domains/patrols/sheet'
import { draftTable, ownVisitTable, visitTable } from '@/domains/patrols/table'
import type { Draft, VisitSummary } from '@/domains/patrols/types'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { checklists, templateTable } from '@/ground/checklists'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import { estates, estateTable, type EstateSettings } from '@/ground/estates'
import { places, placeTable, routeTable, type Place } from '@/ground/places'

const PHOTO = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const SETTINGS = {
  bare_normal_words: ['正常'],
  min_observation_chars: 4,
  late_minutes: 60,
  holidays: [],
  make_up_days: [],
  patrol_windows: [['00:00', '23:59']],
  rounds_on_working_day: 1,
  rounds_on_rest_day: 1,
} as unknown as EstateSettings
const item = (id: string) =>
  ({ id, record: [] as string[], choices: [] }) as unknown as ChecklistItem

/** Nothing is open anywhere; what is seen again is kept as a note. */
const silent: Omit<Reports, 'prepare'> = {
  prepareSighting: ({ findingId, sightingId, outcome }) => ({
    item: itemAbout(findingId, { kind: 'trial.sighting' }),
    also: { table: noteTable, rows: [{ id: sightingId, text: outcome }] },
  }),
  onVisit: () => Promise.resolve([]),
  openAt: () => Promise.resolve([]),
  seenOn: () => Promise.resolve([]),
  readingsAt: () => Promise.resolve([]),
}

let store: Store
let estate: string
let by: string
let stairs: Place
let template: Template

beforeEach(async () => {
  serve()
  store = freshPhone([estates, places, checklists, patrols])
  await signInAs('anna')
  ;({ estate, by } = asking()!)
  stairs = {
    id: 'stairs',
    estate,
    type: 'stairwell',
    buildingId: null,
    stairwellId: null,
    floor: null,
    name: '2 单元 9 层 楼梯间',
    active: true,
  }
  template = {
    id: 'stairwell-1',
    estate,
    type: 'stairwell',
    version: 1,
    hash: '0'.repeat(64),
    items: [item('ST-01'), item('ST-09')],
  }
  const route = {
    id: 'route',
    estate,
    name: '3 栋楼内',
    stewardId: by,
    placeIds: ['stairs'],
    active: true,
  }
  await store.rows(estateTable).put(estateRow())
  await store.rows(placeTable).put(stairs)
  await store.rows(routeTable).put(route)
  await store.rows(templateTable).put(template)
  joinReports({
    ...silent,
    prepare: ({ findingId, visitId }) => ({
      item: itemAbout(findingId, { body: { visitId } }),
      also: { table: noteTable, rows: [{ id: findingId, text: visitId }] },
    }),
  })
})

const estateRow = () => ({
  id: estate,
  estate,
  name: '望江苑',
  timezone: 'Asia/Shanghai',
  settings: SETTINGS,
})
const ground = async (): Promise<Ground> => (await readGround(estate, by))!
const named = () => ({
  place: stairs,
  label: '4K7Q2M9XTB3K',
  hangs: true,
  scan: { method: 'camera' as const, reason: null },
})
async function sheet(): Promise<Draft> {
  const id = await openSheet(named(), await ground(), by)
  return (await readDraft(id!))!
}
function filled(draft: Draft): Draft {
  const given = { at: new Date(), ms: 900, findingId: 'finding' }
  const whole = answered(answered(draft, 'ST-01', 'normal', given), 'ST-09', 'abnormal', given)
  const photo = { sha256: PHOTO, takenAt: draft.scannedAt, item: 'ST-09', live: true }
  const said = changed(whole, 'ST-09', {
    description: '纸箱 2 个',
    spot: '防火门外',
    action: 'reported',
  })
  return { ...said, photos: [{ ...photo, moment: 'before' }] }
}
const kinds = async () =>
  (await store.rows(outboxTable).orderBy('seq').toArray()).map(({ kind }) => kind)
const told = { placeName: '2 单元 9 层 楼梯间', timezone: 'Asia/Shanghai', settingsVersion: 3 }

describe('the visits a phone holds', () => {
  const visitOn = (date: string, id = date): VisitSummary => ({
    ...{ id, estate, date, placeId: 'stairs', roundId: `round-${date}`, routeId: 'route' },
    ...{ number: 1, scannedAt: `${date}T02:00:00Z`, correctedAt: `${date}T02:00:00Z` },
    ...{ byId: 'ben', byName: 'Ben', abnormal: 0, state: 'decided', serial: null },
  })
  const daysAgo = (days: number) => dayAfter(dayOf(new Date(), 'Asia/Shanghai'), -days)

  it("are read for the day's page only as far as a round of last night reaches", async () => {
    const days = [0, 1, 9].map(daysAgo)
    await store.rows(visitTable).bulkPut(days.map((day) => visitOn(day)))
    const { visits } = await ground()
    expect(visits.map(({ date }) => date)).toEqual([daysAgo(1), daysAgo(0)])
  })

  it('are all found at their place and on their page, however old', async () => {
    await store.rows(visitTable).bulkPut([visitOn(daysAgo(9)), visitOn(daysAgo(0))])
    expect((await readVisitsOf({ placeId: 'stairs' }, by)).visits).toHaveLength(2)
    const page = await readVisitsOf({ roundId: `round-${daysAgo(9)}` }, by)
    expect(page.visits.map(({ id }) => id)).toEqual([daysAgo(9)])
  })

  it('are shown to nobody else while only their maker has them', async () => {
    await saveVisit(filled(await sheet()), template, told)
    expect((await readVisitsOf({ placeId: 'stairs' }, by)).ownVisits).toHaveLength(1)
    expect((await readVisitsOf({ placeId: 'stairs' }, 'ben')).ownVisits).toEqual([])
  })
})

describe('opening the sheet of a place', () => {
  it('counts the visit to the round that is open', async () => {
    const draft = await sheet()
    expect(draft.round).toMatchObject({ routeId: 'route', number: 1 })
    expect(draft.checklist).toEqual({ type: 'stairwell', version: 1, hash: template.hash })
  })

  it('takes up a half-filled sheet of the same round, with its first scan', async () => {
    const first = await sheet()
    await keepDraft(filled(first))
    const again = await sheet()
    expect(again.id).toBe(first.id)
    expect(Object.keys(again.answers)).toEqual(['ST-01', 'ST-09'])
  })

  it('opens none where no checklist is asked for', async () => {
    const roof = { ...stairs, id: 'roof', type: 'roof_escape' }
    expect(await openSheet({ ...named(), place: roof }, await ground(), by)).toBeNull()
  })
})

describe('saving a visit', () => {
  it('keeps the visit, its report and the label in one go, and the sheet is gone', async () => {
    await photoOn(store, PHOTO)
    const draft = filled(await sheet())
    const items = await saveVisit(draft, template, told)

    expect(await kinds()).toEqual(['patrols.visit', 'trial.note', 'labels.hang'])
    expect(items[0]).toMatchObject({
      about: draft.id,
      photos: [PHOTO],
      rules: 'stairwell/1;settings/3',
    })
    expect(await store.rows(noteTable).get('finding')).toEqual({ id: 'finding', text: draft.id })
    expect(await store.rows(ownVisitTable).get(draft.id)).toMatchObject({ by, placeId: 'stairs' })
    expect(await store.rows(draftTable).count()).toBe(0)
    expect((await store.rows(photoTable).get(PHOTO))?.state).toBe('waiting')
  })

  it('keeps what it saw again of an open finding with it, and reports that no second time', async () => {
    const open = { id: 'open', item: 'ST-09', choice: 'piled', description: '纸箱 2 个', spot: '' }
    const tap = { at: new Date(), ms: 0, sightingId: 'sighting' }
    const given = { at: new Date(), ms: 900, findingId: 'new' }
    const draft = answered(await sheet(), 'ST-01', 'normal', given)
    const items = await saveVisit(
      seenAgain({ ...draft, hangs: false }, open, 'still_there', tap, true),
      template,
      told,
    )

    expect(items.map(({ kind }) => kind)).toEqual(['patrols.visit', 'trial.sighting'])
    expect(items[0]?.body).toMatchObject({
      answers: [{}, { result: 'abnormal', choice: 'piled', note: '纸箱 2 个', findingId: 'open' }],
    })
    expect(await store.rows(noteTable).get('sighting')).toMatchObject({ text: 'still_there' })
  })

  it('keeps nothing when the report cannot be kept, and the sheet stays', async () => {
    joinReports({
      ...silent,
      prepare: ({ findingId }) => ({
        item: itemAbout(findingId),
        also: { table: noteTable, rows: [{ id: findingId, text: () => 'not to be stored' }] },
      }),
    })
    const draft = filled(await sheet())

    await expect(saveVisit(draft, template, told)).rejects.toMatchObject({ name: 'NotKept' })
    expect(await kinds()).toEqual([])
    expect(await store.rows(ownVisitTable).count()).toBe(0)
    expect(await store.rows(draftTable).count()).toBe(1)
  })

  it('hangs no label that hangs already', async () => {
    const draft = { ...filled(await sheet()), hangs: false }
    await saveVisit(draft, template, told)
    expect(await kinds()).not.toContain('labels.hang')
  })
})

it('throws a sheet away together with the photos that only it holds', async () => {
  await photoOn(store, PHOTO)
  await throwAway(filled(await sheet()))
  expect(await store.rows(draftTable).count()).toBe(0)
  expect(await store.rows(photoTable).count()).toBe(0)
})

it('shows another person of the same phone neither sheets nor visits', async () => {
  const open = await sheet()
  const saved = { ...filled(open), id: 'saved' }
  await keepDraft(saved)
  await saveVisit(saved, template, told)
  await signInAs('bell')

  expect(await readDraft(open.id)).toBeUndefined()
  expect(await readVisit('saved')).toBeUndefined()
  // What was pulled went with the person before; it comes again by the next pull.
  await store.rows(estateTable).put(estateRow())
  const seen = (await readGround(estate, asking()!.by))!
  expect([seen.drafts, seen.ownVisits]).toEqual([[], []])
  expect(await store.rows(outboxTable).count()).toBe(3)
})
