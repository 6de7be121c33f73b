import { beforeEach, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/keys.lend.json'

import { outboxTable } from '@/core/outbox/table'
import { syncState } from '@/core/sync/state'
import { feedTable, type Feed } from '@/core/sync/table'
import { asSent } from '@/core/sync/wire'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'
import { keys } from '@/domains/keys'
import { itemOf, keepAct, keepItems, keepWaited } from '@/domains/keys/acts'
import { readBoard } from '@/domains/keys/board'
import { keyLoanTable, keySetTable } from '@/domains/keys/table'
import { keyLoan, keySet } from '@/domains/keys/testing/make'
import type { Said } from '@/domains/keys/said'
import { estates, estateTable, type Estate } from '@/ground/estates'
import { labels } from '@/ground/labels'
import { people } from '@/ground/people'

let server: TestServer
let store: ReturnType<typeof freshPhone>
const { keySetId, ...said } = example.body as unknown as Said['lend'] & { keySetId: string }

beforeEach(async () => {
  server = serve()
  store = freshPhone([estates, people, labels, keys])
  await signInAs('anna')
  Object.assign(syncState, { online: true, failed: '' })
})

const told = () =>
  store.rows(estateTable).put({ id: 'e-1', estate: 'e-1', timezone: 'UTC', settings: {} } as Estate)

it('is nothing before the first pull', async () => {
  expect(await readBoard()).toBeNull()
})

it('shows a loan kept here at once, and sends it as the shared example has it', async () => {
  await told()
  await store.rows(keySetTable).put(keySet({ id: keySetId, quantity: said.quantity }))
  expect(await keepAct({ id: keySetId, keyNo: 'K-0421' }, 'lend', said)).toBeNull()

  const [item] = await store.rows(outboxTable).toArray()
  expect(item).toMatchObject({ kind: example.kind, v: example.v, about: example.about, live: true })
  expect(asSent(item!)).toMatchObject({ live: true, body: example.body })
  const board = await readBoard()
  expect(board?.byId.get(keySetId)).toMatchObject({
    ...{ waits: true, set: { state: 'on_loan' }, open: { borrower: said.borrower } },
  })
})

it('keeps without a network what nobody waits for', async () => {
  const turnedAway = () => itemOf(keySet(), 'turn_away', { name: '王', reason: '没带证件' })
  syncState.failed = 'offline'
  await keepWaited([turnedAway()])
  // The phone has not noticed yet that nobody answers.
  syncState.failed = ''
  server.instead = () => 'offline'
  await keepWaited([turnedAway()])

  const kept = await store.rows(outboxTable).toArray()
  expect(kept.map(({ live }) => live)).toEqual([undefined, undefined])
})

it('says why an act was not accepted until its maker took note', async () => {
  await told()
  await store.rows(keySetTable).put(keySet())
  await store.rows(keyLoanTable).put(keyLoan({ state: 'returned' }))
  const ids = await keepItems([itemOf(keySet(), 'retire', { reason: '旧锁' })])
  const answer = { code: 'keys.wrong_state', params: { state: 'on_loan' } }
  await store.rows(outboxTable).update(ids[0] ?? '', { state: 'refused', answer })

  const one = (await readBoard())?.byId.get('s-1')
  expect(one?.set.state).toBe('in_cabinet')
  expect(one?.refused).toMatchObject([{ act: 'retire', code: 'keys.wrong_state' }])
})

it('counts what the server took in until the feed has come past it, and no longer', async () => {
  await told()
  await store.rows(keySetTable).put(keySet())
  const ids = await keepItems([itemOf(keySet(), 'hand_over', { to: 'owner' } as never)])
  const reached = (entry: number) =>
    store.rows(feedTable).put({ id: 'e-1', head: { entry, hash: '' } } as Feed)
  const state = async () => (await readBoard())?.byId.get('s-1')?.set.state

  await reached(6)
  await store.rows(outboxTable).update(ids[0] ?? '', { state: 'applied', answer: { entry: 7 } })
  expect(await state()).toBe('handed_over')

  await reached(7)
  expect(await state()).toBe('in_cabinet')
})
