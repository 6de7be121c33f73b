import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { bringAhead, followAhead, MOST_AHEAD } from '@/core/photos/ahead'
import { keepPhoto, readBytes, readShown } from '@/core/photos/photos'
import { aheadTable, photoBytesTable, photoTable } from '@/core/photos/table'
import { provideRooms } from '@/core/rooms'
import { buildStore, type Store } from '@/core/store/store'
import { provideStore } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'

let store: Store
let asked: string[]
let answers: (sha256: string) => Response

const want = (...hashes: string[]) =>
  provideRooms([
    { name: 'plans', ahead: () => Promise.resolve(hashes) },
    { name: 'others', ahead: () => Promise.resolve(hashes.slice(0, 1)) },
    { name: 'none' },
  ])
const here = () => store.rows(aheadTable).toCollection().primaryKeys()

beforeEach(() => {
  store = buildStore([photoTable, photoBytesTable, aheadTable], `ahead-${crypto.randomUUID()}`)
  provideStore(store)
  asked = []
  answers = (sha256) => new Response(`picture ${sha256}`)
  vi.stubGlobal('fetch', (url: string) => {
    const [, sha256 = ''] = /photos\/([^?]+)/.exec(url) ?? []
    asked.push(sha256)
    return Promise.resolve(answers(sha256))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  provideRooms([])
})

it('brings what rooms want at hand once, and lets go of what none wants any more', async () => {
  want('a', 'b')
  await bringAhead()
  await bringAhead()
  expect(asked).toEqual(['a', 'b'])
  expect(new TextDecoder().decode((await readShown('b'))!)).toBe('picture b')

  want('b')
  await bringAhead()
  expect(await here()).toEqual(['b'])
})

it('brings none that is kept here already, and no more than the phone has room for', async () => {
  const bytes = new TextEncoder().encode('own').buffer
  const own = { sha256: 'own', bytes, mime: 'image/jpeg', width: 4, height: 3 }
  await keepPhoto(own, { at: new Date(), live: true })
  want('own', ...Array.from({ length: MOST_AHEAD + 5 }, (_, n) => `p${n}`))
  await bringAhead()
  expect(asked).toHaveLength(MOST_AHEAD - 1)
  expect(asked).not.toContain('own')
})

it('stops at the first that does not come, and is no photo to be sent', async () => {
  answers = (sha256) => new Response('', { status: sha256 === 'b' ? 404 : 200 })
  want('a', 'b', 'c')
  await bringAhead()
  expect(asked).toEqual(['a', 'b'])
  expect(await here()).toEqual(['a'])
  expect(await readBytes('a')).toBeNull()
})

it('asks rooms after a sync of somebody who is signed in, not again after each', async () => {
  const ahead = vi.fn(() => Promise.resolve([]))
  const synced = async (doneAt: string) => {
    syncState.doneAt = doneAt
    await new Promise((done) => setTimeout(done))
  }
  followAhead()
  freshPhone([{ name: 'plans', ahead }])
  provideRooms([{ name: 'plans', ahead }])
  await synced('2026-11-23T01:00:00Z')
  expect(ahead).not.toHaveBeenCalled()

  serve()
  await signInAs('anna')
  await synced('2026-11-23T01:00:30Z')
  expect(ahead).toHaveBeenCalledOnce()
  await synced('2026-11-23T01:01:00Z')
  expect(ahead).toHaveBeenCalledOnce()
})
