import { beforeEach, describe, expect, it } from 'vitest'

import { keep } from '@/core/outbox/outbox'
import { photoTable } from '@/core/photos/table'
import type { Store } from '@/core/store/store'
import { syncOnce } from '@/core/sync/round'
import { syncState } from '@/core/sync/state'
import { freshPhone, itemAbout, photoOn, signInAs, statesOn } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'

let server: TestServer
let store: Store

beforeEach(async () => {
  server = serve()
  store = freshPhone()
  syncState.undecided.clear()
  await signInAs('anna')
})

const states = () => statesOn(store)

describe('photos', () => {
  it('go by hash, only those the server has not got', async () => {
    await photoOn(store, 'aa')
    await photoOn(store, 'bb')
    server.photos.add('aa')
    await keep([itemAbout('a', { photos: ['aa', 'bb'] })])

    await syncOnce()

    expect(server.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
      '/photos/bb?estate=e-1',
    ])
    expect((await store.rows(photoTable).toArray()).map(({ state }) => state)).toEqual([
      'sent',
      'sent',
    ])
  })

  it('do not hold back their record when the server will not take them', async () => {
    await photoOn(store, 'odd')
    await keep([itemAbout('a', { photos: ['odd'] })])
    server.instead = ({ method }) => (method === 'PUT' ? 422 : undefined)

    await syncOnce()

    expect(await states()).toEqual({ a: 'applied' })
    expect((await store.rows(photoTable).get('odd'))?.state).toBe('waiting')
  })

  it('go on where the line was cut, each sent once', async () => {
    const hashes = Array.from({ length: 8 }, (_, i) => `aa${i}`)
    for (const sha256 of hashes) await photoOn(store, sha256)
    await keep([itemAbout('a', { photos: hashes })])
    server.instead = ({ method }) =>
      method === 'PUT' && server.photos.size >= 4 ? 'offline' : undefined

    expect(await syncOnce()).toBe('offline')
    expect(syncState.moved).toBe(true)
    const arrived = new Set(server.photos)
    expect(arrived.size).toBeLessThan(8)
    server.instead = () => undefined
    server.asked.length = 0
    expect(await syncOnce()).toBe('done')

    const sent = server.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path)
    const rest = hashes.filter((sha256) => !arrived.has(sha256))
    expect(sent.sort()).toEqual(rest.map((sha256) => `/photos/${sha256}?estate=e-1`))
  })

  it('are sent later for a record that is entered already', async () => {
    await photoOn(store, 'late')
    await keep([itemAbout('a', { photos: ['late'] })])
    server.instead = ({ path }) => (path.startsWith('/photos') ? 500 : undefined)
    await syncOnce()
    expect(await states()).toEqual({ a: 'applied' })

    server.instead = () => undefined
    await syncOnce()

    expect(server.photos).toEqual(new Set(['late']))
  })
})
