import { beforeEach, describe, expect, it, vi } from 'vitest'

import { credentials } from '@/core/http/client'
import { keep } from '@/core/outbox/outbox'
import { followSession, openSession, refreshSession, useSession } from '@/core/session/session'
import { makerTable, sessionTable } from '@/core/session/table'
import type { Store } from '@/core/store/store'
import { syncOnce } from '@/core/sync/round'
import { copyTable, freshPhone, itemAbout, signInAs } from '@/core/testing/phone'
import { ANNA, BELL, serve, type TestServer } from '@/core/testing/server'

const { me, estate, expired, signIn, signOut } = useSession()
let server: TestServer
let store: Store

beforeEach(async () => {
  server = serve()
  store = freshPhone()
  await openSession()
})

const makers = async () => (await store.rows(makerTable).toArray()).map(({ id }) => id)
const deletions = () => server.asked.filter(({ method }) => method === 'DELETE')

describe('signing in', () => {
  it('is remembered: the app opens without a network as whom it was left', async () => {
    await signInAs('anna')
    server.instead = () => 'offline'

    await openSession()
    await refreshSession()

    expect(me.value?.name).toBe('林晓岚')
    expect(estate.value?.name).toBe('望江苑')
    expect(expired.value).toBe(false)
    expect(credentials).toEqual({ csrf: 'csrf-anna', estate: 'e-1', foreign: false })
  })

  it('answers a refusal and changes nothing', async () => {
    server.instead = () => 401

    expect(await signIn('anna', 'wrong', '一号机')).toMatchObject({
      ok: false,
      why: 'unauthorized',
    })
    expect(me.value).toBeNull()
  })

  it('of another person takes the copies of the one before away', async () => {
    await signInAs('anna')
    await store.rows(copyTable).put({ id: 'x', estate: 'e-1', name: '3 栋' })

    await signInAs('bell')

    expect(await store.rows(copyTable).count()).toBe(0)
  })

  it('after leaving an estate takes its copies away, and leaves those of the others', async () => {
    await signInAs('anna')
    const left = { id: 'e-2', name: '听涛苑', role: 'steward', duties: [] }
    await store.rows(sessionTable).update('now', { 'me.estates': [...ANNA.estates, left] })
    await store.rows(copyTable).bulkPut([
      { id: 'x', estate: 'e-1', name: '3 栋' },
      { id: 'y', estate: 'e-2', name: '9 栋' },
    ])

    await signInAs('anna')

    expect((await store.rows(copyTable).toArray()).map(({ id }) => id)).toEqual(['x'])
  })
})

describe('what another tab does', () => {
  it('is followed: nobody is shown who has given the phone away', async () => {
    await signInAs('anna')
    const handedOver = vi.fn()
    followSession(handedOver)

    await store.rows(sessionTable).update('now', { me: BELL, csrfToken: 'csrf-bell' })

    await vi.waitFor(() => expect(me.value?.name).toBe(BELL.name))
    expect(handedOver).toHaveBeenCalledOnce()
    expect(credentials.csrf).toBe('csrf-bell')
  })

  it('takes no token away that somebody signed in there needs', async () => {
    await signInAs('bell')
    await signInAs('anna')
    await store.rows(makerTable).put({ id: BELL.id, name: BELL.name, pushToken: 'token-bell' })
    await store.rows(sessionTable).update('now', { me: BELL })

    await syncOnce()

    expect(await makers()).toContain(BELL.id)
  })

  it('brings no copies of one person to the next, though they were asked for before', async () => {
    await signInAs('anna')
    server.pages = [{ changes: [{ kind: 'trial.copy', id: 'x', data: { name: '3 栋' } }] } as never]
    server.instead = ({ path }) => {
      if (path.startsWith('/sync/pull')) void store.rows(sessionTable).update('now', { me: BELL })
      return undefined
    }

    await syncOnce()

    expect(await store.rows(copyTable).count()).toBe(0)
  })
})

describe('signing out', () => {
  it('leaves nobody’s copies behind, however soon the phone dies after it', async () => {
    await signInAs('anna')
    await store.rows(copyTable).put({ id: 'x', estate: 'e-1', name: '3 栋' })
    let copiesWhenTold = -1
    server.instead = ({ method }) => {
      if (method === 'DELETE')
        void store
          .rows(copyTable)
          .count()
          .then((n) => (copiesWhenTold = n))
      return undefined
    }

    await signOut()

    await vi.waitFor(() => expect(copiesWhenTold).toBe(0))
    expect(await store.rows(sessionTable).count()).toBe(0)
  })

  it('without a network is told to the server later', async () => {
    await signInAs('anna')
    server.instead = () => 'offline'
    await signOut()
    expect(me.value).toBeNull()
    server.instead = () => undefined
    server.asked = []

    await refreshSession()
    await refreshSession()

    expect(deletions().map(({ headers }) => headers['X-CSRF-Token'])).toEqual(['csrf-anna'])
  })

  it('is not told any more once somebody else has signed in', async () => {
    await signInAs('anna')
    server.instead = () => 'offline'
    await signOut()
    server.instead = () => undefined
    await signInAs('bell')
    server.asked = []

    await refreshSession()

    expect(deletions()).toEqual([])
  })

  it('keeps the token until the last item of its owner is gone, and their days here are over', async () => {
    await signInAs('anna')
    await keep([itemAbout('a')])
    await signInAs('bell')
    await store.rows(makerTable).update('p-anna', { 'entry.usedAt': '2026-01-01T00:00:00.000Z' })
    server.safeUpTo = 1

    await syncOnce()

    expect(await makers()).toEqual(['p-bell'])
  })

  it('keeps the token while items of its owner wait', async () => {
    await signInAs('anna')
    await keep([itemAbout('a')])
    await signInAs('bell')
    server.decide = () => undefined

    await syncOnce()

    expect((await makers()).sort()).toEqual(['p-anna', 'p-bell'])
  })
})
