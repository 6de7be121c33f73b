import { beforeEach, describe, expect, it } from 'vitest'

import { deviceTable } from '@/core/device/table'
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { useSession } from '@/core/session/session'
import type { Store } from '@/core/store/store'
import { syncOnce } from '@/core/sync/round'
import { syncState } from '@/core/sync/state'
import { feedTable } from '@/core/sync/table'
import { copyTable, freshPhone, itemAbout, photoOn, signInAs, statesOn } from '@/core/testing/phone'
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

describe('pushing', () => {
  it('settles each item by its own answer: applied, refused, still waiting', async () => {
    await keep([itemAbout('good'), itemAbout('bad'), itemAbout('unsure')])
    server.decide = ({ id, about }) =>
      about === 'good'
        ? applied(id, 8, 'XC-2026-1')
        : about === 'bad'
          ? { id, outcome: 'refused', code: 'trial.no', params: {} }
          : undefined

    expect(await syncOnce()).toBe('done')

    expect(await states()).toEqual({ good: 'applied', bad: 'refused', unsure: 'waiting' })
    const [good, bad] = await store.rows(outboxTable).orderBy('seq').toArray()
    expect(good?.answer).toEqual({ serial: 'XC-2026-1', entry: 8 })
    expect(bad?.answer).toEqual({ code: 'trial.no', params: {} })
  })

  it('sends what the protocol asks for, and nothing that only the phone needs', async () => {
    await store
      .rows(feedTable)
      .put({ id: 'e-1', cursor: '4', change: 4, head: { entry: 9, hash: 'ff' }, readAt: '' })
    await keep([itemAbout('a')])

    await syncOnce()

    const [push] = server.pushes()
    expect(push).toMatchObject({
      lastSeq: 1,
      waiting: 0,
      head: { 'e-1': { entry: 9, hash: 'ff' } },
    })
    expect(Object.keys(push!.items[0]!).sort()).toEqual(
      [
        'about',
        'body',
        'by',
        'clock',
        'estate',
        'id',
        'kind',
        'live',
        'recordedAt',
        'rules',
        'seen',
        'seq',
        'v',
      ].sort(),
    )
  })

  it('remembers what the server saw and did not decide, until it does', async () => {
    const [newer, sealed] = await keep([itemAbout('newer'), itemAbout('sealed')])
    server.decide = () => undefined
    server.held = [{ id: sealed?.id ?? '', code: 'sync.quarantined' }]
    await syncOnce()
    expect([...syncState.undecided]).toEqual([
      [newer?.id, ''],
      [sealed?.id, 'sync.quarantined'],
    ])

    server.decide = ({ id, seq }) => applied(id, seq)
    await syncOnce()

    expect(syncState.undecided.size).toBe(0)
  })

  it('sends the items of each maker apart, under that maker’s token, though somebody else is signed in', async () => {
    await keep([itemAbout('of anna')])
    await useSession().signOut()
    await signInAs('bell')
    await keep([itemAbout('of bell')])

    await syncOnce()

    const pushes = server.asked.filter(({ path }) => path === '/sync/push')
    expect(pushes.map(({ headers }) => headers['X-Push-Token']).sort()).toEqual([
      'token-anna',
      'token-bell',
    ])
    expect(server.pushes().map(({ items }) => new Set(items.map(({ by }) => by)).size)).toEqual([
      1, 1,
    ])
    expect(await states()).toEqual({ 'of anna': 'applied', 'of bell': 'applied' })
  })

  it('holds back what is about the same record as an undecided item, and nothing else', async () => {
    await keep([itemAbout('stuck')])
    await keep([itemAbout('free')])
    server.decide = ({ id, about }) => (about === 'stuck' ? undefined : applied(id, 1))
    await syncOnce()
    await keep([itemAbout('stuck'), itemAbout('other')])
    server.asked = []

    await syncOnce()

    expect((await states()).other).toBe('applied')
    expect(server.pushes().flatMap(({ items }) => items.map(({ seq }) => seq))).toEqual([1, 3, 4])
    expect(await store.rows(outboxTable).where('about').equals('stuck').count()).toBe(2)
  })

  it('tries a push that is refused as a whole in smaller parts, so that one bad item blocks no other', async () => {
    await keep(['a', 'b', 'poison', 'c'].map((record) => itemAbout(record)))
    server.instead = ({ path, body }) =>
      path === '/sync/push' && JSON.stringify(body).includes('poison') ? 422 : undefined

    await syncOnce()

    expect(await states()).toEqual({ a: 'applied', b: 'applied', poison: 'waiting', c: 'applied' })
  })

  it('sends at most 200 items at once', async () => {
    await keep(Array.from({ length: 450 }, (_, i) => itemAbout(`r${i}`)))

    await syncOnce()

    expect(server.pushes().map(({ items }) => items.length)).toEqual([200, 200, 50])
    expect(server.pushes().map(({ waiting }) => waiting)).toEqual([250, 50, 0])
  })

  it('keeps everything when the server fails or nobody answers', async () => {
    await keep([itemAbout('a')])
    for (const trouble of [503, 'offline', 401, 429] as const) {
      server.instead = ({ path }) => (path === '/sync/push' ? trouble : undefined)
      expect(await syncOnce()).not.toBe('done')
      expect(await states()).toEqual({ a: 'waiting' })
    }
  })

  it('takes the page of a gateway for no word of the server, whatever its status', async () => {
    await photoOn(store, 'aa')
    await keep([itemAbout('a', { photos: ['aa'] }), itemAbout('b')])
    server.instead = () => 'gateway'

    expect(await syncOnce()).toBe('server')

    expect(server.pushes().length).toBeLessThan(2)
    server.instead = () => undefined
    await syncOnce()
    expect(await states()).toEqual({ a: 'applied', b: 'applied' })
    expect(server.photos).toEqual(new Set(['aa']))
  })

  it('asks to sign in again when the token is not for this phone, and tries no parts', async () => {
    await keep([itemAbout('a'), itemAbout('b')])
    server.instead = ({ path }) => (path === '/sync/push' ? 403 : undefined)

    await syncOnce()

    expect(useSession().expired.value).toBe(true)
    expect(server.pushes()).toHaveLength(1)
  })

  it('says that the phone is alive when nothing waits and the last contact is a while ago', async () => {
    await syncOnce()
    expect(server.pushes()).toEqual([])
    await store.rows(deviceTable).update('this', { contactAt: '2026-01-01T00:00:00.000Z' })

    await syncOnce()

    expect(server.pushes()).toMatchObject([{ items: [], waiting: 0 }])
  })

  it('learns how wrong its clock is', async () => {
    server.now = new Date(Date.now() + 600_000).toISOString()
    await keep([itemAbout('a')])

    await syncOnce()

    const { offsetMs } = (await store.rows(deviceTable).get('this'))!
    expect(Math.abs(offsetMs - 600_000)).toBeLessThan(2_000)
  })
})

describe('an ended session', () => {
  it('shows a bar and goes on keeping', async () => {
    server.instead = ({ path }) => (path.startsWith('/sync/pull') ? 401 : undefined)

    await syncOnce()

    expect(useSession().expired.value).toBe(true)
    await expect(keep([itemAbout('a')])).resolves.toHaveLength(1)
  })

  it('leaves no copy of the server’s data to the next person, and every unsent item', async () => {
    await keep([itemAbout('a')])
    await store.rows(copyTable).put({ id: 'x', estate: 'e-1', name: '3 栋' })

    await useSession().signOut()

    expect(await store.rows(copyTable).count()).toBe(0)
    expect(await states()).toEqual({ a: 'waiting' })
  })
})
