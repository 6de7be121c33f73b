import { beforeEach, describe, expect, it } from 'vitest'

import { outboxTable } from '@/core/outbox/table'
import { feedTable, type Feed } from '@/core/sync/table'
import { freshPhone, photoOn, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { vacancy } from '@/domains/vacancy'
import type { CareBody } from '@/domains/vacancy/care'
import { joinNeeds } from '@/domains/vacancy/needs'
import { openCheck } from '@/domains/vacancy/opening'
import {
  keepCard,
  keepCare,
  keepDraft,
  readBoard,
  readDraft,
  saveCheck,
} from '@/domains/vacancy/repo'
import { checkDraftTable, vacantUnitTable } from '@/domains/vacancy/table'
import {
  checkDraft,
  given,
  lentTo,
  LIST,
  ME,
  RUNNING_CARD,
  vacantUnit,
} from '@/domains/vacancy/testing/make'
import type { Card } from '@/domains/vacancy/types'
import { checklists, templateTable } from '@/ground/checklists'
import { estates, estateTable, type Estate } from '@/ground/estates'
import { labels } from '@/ground/labels'

const CARD: Card = {
  ...{ takenOverOn: null, completedOn: null, developer: '鹏城置业', layout: '', finish: null },
  ...{ westRooms: [], appliances: [], movingInNoticeOn: null, note: '' },
}
const DRIED: CareBody = {
  ...{ careId: 'v-1', task: 'SE-02', step: 'done', unitIds: ['u-801'], note: '' },
  ...{ powerOff: null, cost: null, photos: [] },
}
let store: ReturnType<typeof freshPhone>
const reported: string[] = []

beforeEach(async () => {
  serve()
  store = freshPhone([estates, labels, checklists, vacancy])
  await signInAs('anna')
  reported.length = 0
  joinNeeds({
    prepare: ({ findingId }) => {
      reported.push(findingId)
      const item = { kind: 'findings.report', v: 2, about: findingId, body: {}, title: {} }
      return { item, also: { table: checkDraftTable, rows: [] } }
    },
    countOpen: async () => new Map([['u-801', 1]]),
    unitKeys: async () => [lentTo(ME)],
  })
  const settings = { vacant_check_every_days: 7, cold_region: false }
  await store
    .rows(estateTable)
    .put({ id: 'e-1', estate: 'e-1', timezone: 'UTC', settings } as unknown as Estate)
  await store.rows(vacantUnitTable).put(vacantUnit())
  await store.rows(templateTable).put(LIST)
})

async function saved(draft = checkDraft()): Promise<void> {
  await photoOn(store, draft.photos[0]!.sha256)
  await keepDraft(draft)
  await saveCheck(draft, LIST, RUNNING_CARD, vacantUnit())
}

describe('vacant units on this phone', () => {
  it('show what is told, their keys, and what is open there', async () => {
    const [one] = (await readBoard())!.cases

    expect(one).toMatchObject({ openFindings: 1, keys: [{ holderId: ME }], waits: false })
  })

  it('count a check as made the moment it is kept, and say that it waits', async () => {
    const now = new Date().toISOString()
    await saved(checkDraft({ enteredAt: now }))

    const [one] = (await readBoard())!.cases

    expect(one).toMatchObject({ turn: 'done', waits: true, draftId: null })
    expect(one?.unit).toMatchObject({ waterReading: '128.4', lastCheck: { complete: true } })
  })

  it('a check without the keys is kept, but the unit stays due (VAC-R02)', async () => {
    await saved(checkDraft({ loanId: null }))

    const [one] = (await readBoard())!.cases

    expect(one?.turn).not.toBe('done')
    expect(one?.unit.lastCheck).toMatchObject({ complete: false })
  })
})

it('counts a card and care that the server took in until the feed has come past them', async () => {
  await keepCard(vacantUnit(), CARD)
  await keepCare(DRIED)
  const items = await store.rows(outboxTable).toArray()
  const taken = items.map((one) => ({ ...one, state: 'applied' as const, answer: { entry: 7 } }))
  await store.rows(outboxTable).bulkPut(taken as typeof items)
  const feedAt = (entry: number) =>
    store.rows(feedTable).put({ id: 'e-1', head: { entry, hash: '' } } as Feed)
  const shown = async () => {
    const { unit } = (await readBoard())!.cases[0]!
    return [unit.card?.developer, Object.keys(unit.care)]
  }

  await feedAt(6)
  expect(await shown()).toEqual(['鹏城置业', ['SE-02']])
  await feedAt(7)
  expect(await shown()).toEqual([undefined, []])
})

describe('a sheet', () => {
  it('begins with what applies and the loan of the keys; begun, it is taken up again', async () => {
    const scan = { method: 'camera', code: 'C', reason: null } as const
    const board = (await readBoard())!
    const id = await openCheck(board.cases[0]!, board, scan)

    expect(await readDraft(id!)).toMatchObject({ unitId: 'u-801', loanId: 'l-1', scan })
    const again = (await readBoard())!
    expect(await openCheck(again.cases[0]!, again, scan)).toBe(id)
  })

  it('is kept with a report for each abnormal item, and is gone then', async () => {
    const answers = { ...checkDraft().answers, 'VU-04': given('abnormal', 'f-1') }
    await saved(checkDraft({ answers }))

    const items = await store.rows(outboxTable).orderBy('seq').toArray()
    expect(items.map(({ kind }) => kind)).toEqual(['vacancy.check', 'findings.report'])
    expect(items[0]).toMatchObject({ about: 'c-1', rules: 'vacant_unit/1' })
    expect(items[0]).not.toHaveProperty('live')
    expect(reported).toEqual(['f-1'])
    expect(await readDraft('c-1')).toBeUndefined()
  })

  it('of another person on this phone is not opened', async () => {
    await keepDraft(checkDraft({ by: 'p-bell' }))

    expect(await readDraft('c-1')).toBeUndefined()
  })
})
