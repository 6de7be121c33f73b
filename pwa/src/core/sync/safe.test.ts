import { beforeEach, describe, expect, it, vi } from 'vitest'

import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { photoTable } from '@/core/photos/table'
import type { Store } from '@/core/store/store'
import { syncOnce } from '@/core/sync/round'
import { syncState } from '@/core/sync/state'
import { freshPhone, itemAbout, photoOn, signInAs, statesOn } from '@/core/testing/phone'
import { applied, serve, type TestServer } from '@/core/testing/server'

let server: TestServer
let store: Store

beforeEach(async () => {
  server = serve()
  store = freshPhone()
  syncState.undecided.clear()
  await signInAs('anna')
})

const states = () => statesOn(store)

describe('keeping until it is safe', () => {
  it('holds applied items and their photos until a verified backup has them', async () => {
    await photoOn(store, 'aa')
    await keep([itemAbout('a', { photos: ['aa'] })])
    await syncOnce()
    expect(await states()).toEqual({ a: 'applied' })

    server.safeUpTo = 1
    await keep([itemAbout('b')])
    await syncOnce()

    expect(await states()).toEqual({ b: 'applied' })
    expect(await store.rows(photoTable).count()).toBe(0)
  })

  it('lets go after 14 days at the latest', async () => {
    await keep([itemAbout('a')])
    await syncOnce()
    await store.rows(outboxTable).toCollection().modify({ settledAt: '2026-01-01T00:00:00.000Z' })
    await keep([itemAbout('b')])

    await syncOnce()

    expect(await states()).toEqual({ b: 'applied' })
  })

  it('holds photos that came after the backup that has their record', async () => {
    await photoOn(store, 'late')
    await keep([itemAbout('a', { photos: ['late'] })])
    server.pages = [{ head: { entry: 5, hash: '' } }]
    await syncOnce()

    server.safeUpTo = 5
    await keep([itemAbout('b')])
    await syncOnce()
    expect(await store.rows(photoTable).count()).toBe(1)

    server.safeUpTo = 6
    await keep([itemAbout('c')])
    await syncOnce()
    expect(await store.rows(photoTable).count()).toBe(0)
  })

  it('is not talked into forgetting by a clock set forward', async () => {
    await keep([itemAbout('a')])
    await syncOnce()
    await keep([itemAbout('b')])
    vi.setSystemTime(Date.now() + 400 * 86_400_000)

    await syncOnce()

    vi.useRealTimers()
    expect(await states()).toEqual({ a: 'applied', b: 'applied' })
  })

  it('sends refused items again too when the server was restored, and photos the old one had', async () => {
    await photoOn(store, 'early')
    server.instead = ({ path }) => (path === '/sync/push' ? 503 : undefined)
    await keep([itemAbout('early', { photos: ['early'] })])
    await syncOnce()
    server.instead = () => undefined
    server.decide = ({ id }) => ({ id, outcome: 'refused', code: 'trial.no', params: {} })
    await keep([itemAbout('bad')])
    await syncOnce()
    server.photos.clear()
    server.epoch = 'epoch-2'
    server.decide = ({ id, seq }) => applied(id, seq)

    await syncOnce()
    await syncOnce()

    expect(await states()).toEqual({ early: 'applied', bad: 'applied' })
    expect(server.photos).toEqual(new Set(['early']))
  })

  it('sends again what it still holds when the server was restored', async () => {
    await keep([itemAbout('a')])
    await syncOnce()
    server.epoch = 'epoch-2'
    await keep([itemAbout('b')])
    await syncOnce()

    expect(server.pushes().map(({ items }) => items.map(({ about }) => about))).toEqual([
      ['a'],
      ['b'],
      ['a'],
    ])
    expect(await states()).toEqual({ a: 'applied', b: 'applied' })
  })
})
