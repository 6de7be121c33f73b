import { beforeEach, describe, expect, it, vi } from 'vitest'

import { get } from '@/core/http/client'
import { keep } from '@/core/outbox/outbox'
import { countWaiting } from '@/core/outbox/queue'
import { enterOffline, knownPersons } from '@/core/session/handOver'
import { openSession, refreshSession, useSession } from '@/core/session/session'
import { makerTable } from '@/core/session/table'
import type { Store } from '@/core/store/store'
import { syncOnce } from '@/core/sync/round'
import { feedTable } from '@/core/sync/table'
import { copyTable, freshPhone, itemAbout, signInAs } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'

const { me, expired, signIn, signOut } = useSession()
let server: TestServer
let store: Store

beforeEach(async () => {
  vi.stubGlobal('isSecureContext', true)
  server = serve()
  store = freshPhone()
  await openSession()
  await signInAs('bell')
  await signInAs('anna')
  await syncOnce()
})

const offline = () => (server.instead = () => 'offline')
const online = () => {
  server.instead = () => undefined
  server.asked = []
}
const toBell = () => enterOffline('p-bell', 'secret')
const toAnna = () => enterOffline('p-anna', 'secret')
const names = async () => (await knownPersons()).map(({ me: { name } }) => name)
const copies = () => store.rows(copyTable).count()
const carried = () => server.asked.map(({ method, path, cookie }) => `${method} ${path} ${cookie}`)

describe('who may take the phone over without a network', () => {
  it('is everybody who signed in here before, but not the one who holds it', async () => {
    expect(await names()).toEqual(['周启明'])
  })

  it('is let in by the own password alone', async () => {
    offline()

    expect(await enterOffline('p-bell', 'guess')).toEqual({ ok: false, why: 'wrong', left: 4 })
    expect(me.value?.id).toBe('p-anna')
    expect(await toBell()).toEqual({ ok: true, missing: [] })
    expect(me.value?.id).toBe('p-bell')
  })

  it('is nobody any more after five wrong passwords, until signed in with the network', async () => {
    offline()
    for (let i = 0; i < 5; i++) await enterOffline('p-bell', 'guess')

    expect(await toBell()).toMatchObject({ ok: false, why: 'locked' })
    online()
    await signInAs('bell')
    await signInAs('anna')
    expect(await toBell()).toMatchObject({ ok: true })
  })

  it('is nobody who has signed out', async () => {
    await signOut()

    expect(await toAnna()).toMatchObject({ ok: false, why: 'over' })
    expect(await names()).toEqual(['周启明'])
  })

  it('is nobody whom the server has shut out', async () => {
    server.instead = ({ path }) => (path.startsWith('/sync/pull') ? 401 : undefined)
    await syncOnce()
    online()
    await signInAs('bell')

    expect(await toAnna()).toMatchObject({ ok: false, why: 'over' })
  })

  it('is not let in by a password that the server no longer takes', async () => {
    const { fetch } = globalThis
    globalThis.fetch = () =>
      Promise.resolve(Response.json({ code: 'people.bad_credentials' }, { status: 401 }))
    await signIn('bell', 'typed wrong', '一号机')
    expect(await names()).toEqual(['周启明'])

    await signIn('Bell ', 'secret', '一号机')

    expect(await names()).toEqual([])
    globalThis.fetch = fetch
  })
})

describe('what the next person finds', () => {
  it('is the copies of an estate where both are the same, to be read anew', async () => {
    await store.rows(copyTable).put({ id: 'x', estate: 'e-1', name: '3 栋' })
    await store.rows(copyTable).put({ id: 'y', estate: 'e-2', name: '4 栋' })
    offline()

    await toBell()

    expect((await store.rows(copyTable).toArray()).map(({ id }) => id)).toEqual(['x'])
    expect((await store.rows(feedTable).get('e-1'))?.cursor).toBe('')
  })

  it('is nothing, and is told so, when somebody of another role was here', async () => {
    await store.rows(copyTable).put({ id: 'x', estate: 'e-1', name: '3 栋' })
    const supervisor = { id: 'e-1', name: '望江苑', role: 'supervisor', duties: [] }
    await store.rows(makerTable).update('p-bell', { 'entry.me.estates': [supervisor] })
    offline()

    expect(await toBell()).toMatchObject({ ok: true, missing: [{ name: '望江苑' }] })
    expect(await copies()).toBe(0)
  })

  it('sends what each has made under the own name', async () => {
    offline()
    await keep([itemAbout('a')])
    await toBell()
    await keep([itemAbout('b')])
    online()

    await syncOnce()

    const pushes = server.asked.filter(({ path }) => path === '/sync/push')
    const sent = pushes.map(({ headers, body }) => [
      headers['X-Push-Token'],
      (body as { items: { about: string; by: string }[] }).items.map(({ about, by }) => about + by),
    ])
    expect(sent).toEqual([
      ['token-anna', ['ap-anna']],
      ['token-bell', ['bp-bell']],
    ])
    expect(await countWaiting()).toBe(0)
  })
})

describe('the session of the one before', () => {
  it('is ended once the server can be reached, and carries nothing else', async () => {
    offline()
    await toBell()
    online()

    await syncOnce()
    await refreshSession()
    await get('/desk/today')

    expect(carried().filter((call) => call.endsWith(' anna'))).toEqual(['DELETE /session anna'])
    expect(expired.value).toBe(true)
    expect(me.value?.id).toBe('p-bell')
  })

  it('reads nothing for the next, though it was asked before', async () => {
    server.pages = [{ changes: [{ kind: 'trial.copy', id: 'x', data: { name: '3 栋' } }] } as never]
    let entered: Promise<unknown> = Promise.resolve()
    server.instead = ({ path }) => {
      if (path.startsWith('/sync/pull')) entered = toBell()
      return undefined
    }
    const { fetch } = globalThis
    globalThis.fetch = async (...call) => {
      const answer = await fetch(...call)
      await entered
      return answer
    }

    await syncOnce()

    expect(me.value?.id).toBe('p-bell')
    expect(await copies()).toBe(0)
  })

  it('stays expired for the next after the app was opened anew, until the password is told to the server', async () => {
    offline()
    await toBell()
    await openSession()
    expect(expired.value).toBe(true)
    online()

    await signInAs('bell')

    expect(expired.value).toBe(false)
    await get('/desk/today')
    expect(carried().at(-1)).toBe('GET /desk/today bell')
  })

  it('is found again by its owner who is back before the server heard', async () => {
    offline()
    await toBell()
    await toAnna()
    online()

    await syncOnce()

    expect(expired.value).toBe(false)
    expect(carried()).not.toContain('DELETE /session anna')
  })
})
