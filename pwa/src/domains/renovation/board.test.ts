import { beforeEach, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/renovation.apply.json'

import { outboxTable } from '@/core/outbox/table'
import { syncState } from '@/core/sync/state'
import { asSent } from '@/core/sync/wire'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { checklists } from '@/ground/checklists'
import { estates, estateTable, type Estate } from '@/ground/estates'
import { labels } from '@/ground/labels'
import { renovation } from '@/domains/renovation'
import { itemOf, keepAct, keepItems } from '@/domains/renovation/acts'
import { readBoard } from '@/domains/renovation/board'
import { openVisit, readVisitDraft, saveVisit } from '@/domains/renovation/opening'
import type { Said } from '@/domains/renovation/said'
import { renovationTable, siteDraftTable } from '@/domains/renovation/table'
import { notice, photo, site } from '@/domains/renovation/testing/make'
import type { SiteDraft } from '@/domains/renovation/visit/types'

let store: ReturnType<typeof freshPhone>
const CAMERA = { method: 'camera', reason: null } as const

beforeEach(async () => {
  serve()
  store = freshPhone([estates, labels, checklists, renovation])
  await signInAs('anna')
  Object.assign(syncState, { online: true, failed: '' })
})

const told = (...more: Parameters<typeof site>) =>
  Promise.all([
    store
      .rows(estateTable)
      .put({ id: 'e-1', estate: 'e-1', timezone: 'UTC', settings: {} } as Estate),
    store.rows(renovationTable).put(site(...more)),
  ])
const board = async () => (await readBoard())?.byId.get('c-1')

it('is nothing before the first pull', async () => {
  expect(await readBoard()).toBeNull()
})

it('shows an application at once, and sends it as the shared example has it', async () => {
  await told({ id: 'other' })
  const { renovationId: id, private: apart, ...said } = example.body
  const of = { id, unitName: '3 栋 1501' }
  expect(await keepAct(of, 'apply', said as unknown as Said['apply'], apart as never)).toBeNull()

  const [item] = await store.rows(outboxTable).toArray()
  expect(item).toMatchObject({ kind: example.kind, v: example.v, about: example.about, live: true })
  expect(asSent(item!)).toMatchObject({ body: example.body })
  const made = (await readBoard())?.byId.get(id)
  expect(made).toMatchObject({ waits: true, one: { state: 'draft', unitName: '3 栋 1501' } })
})

it('says why an act was not accepted until its maker took note', async () => {
  await told()
  const ids = await keepItems([
    itemOf(site(), 'complete', { by: 'customer', name: '陈', mandate: [] }),
  ])
  const answer = { code: 'renovation.notices_open', params: { notices: ['ZG-1'] } }
  await store.rows(outboxTable).update(ids[0] ?? '', { state: 'refused', answer })

  expect((await board())?.one.state).toBe('in_progress')
  expect((await board())?.refused).toMatchObject([{ act: 'complete', code: answer.code }])
})

it('takes up the visit that was begun, and keeps it with the notice that was served on it', async () => {
  await told({ lastVisitedOn: null })
  const id = (await openVisit('c-1', CAMERA, 'CODE')) ?? ''
  expect(await openVisit('c-1', { method: 'typed', reason: 'too_dark' }, null)).toBe(id)
  const begun = (await readVisitDraft(id))!
  const draft: SiteDraft = {
    ...{ ...begun, stage: 'masonry', note: '墙砖贴到 1.2 米' },
    photos: [{ ...photo('a'), item: null, moment: 'before' }],
  }
  const { noticeId, items, description, dueOn, servedTo, refusedToSign, witness } = notice()
  const served = { noticeId, items, description, dueOn, servedTo, refusedToSign, witness }
  const one = (await board())!.one
  const now = { notice: { ...served, photos: [] }, stoppedAt: null, apart: null }
  expect(await saveVisit(draft, one, undefined, now)).toBeNull()

  expect(await store.rows(siteDraftTable).count()).toBe(0)
  const kept = await store.rows(outboxTable).orderBy('seq').toArray()
  expect(kept.map(({ kind, live, photos }) => [kind, live, photos])).toEqual([
    ['renovation.visit', undefined, ['a']],
    ['renovation.notice', undefined, undefined],
  ])
  const after = await board()
  expect(after?.visits).toMatchObject([{ id, stage: 'masonry', serial: null }])
  expect(after?.one.lastVisitedOn).not.toBeNull()
  expect(after?.one.notices).toHaveLength(1)
})

it('shows a visit that somebody else began on this phone to nobody but them', async () => {
  await told()
  const id = (await openVisit('c-1', CAMERA, null)) ?? ''
  expect((await board())?.draft?.id).toBe(id)
  await signInAs('bell')
  expect(await readVisitDraft(id)).toBeUndefined()
  expect((await board())?.draft).toBeUndefined()
})
