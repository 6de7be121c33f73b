import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { Store } from '@/core/store/store'

let store: Store
let findRoom: () => Promise<unknown>

beforeEach(async () => {
  // What was found before holds for a while: each test opens the app anew.
  vi.resetModules()
  const { freshPhone } = await import('@/core/testing/phone')
  ;({ findRoom } = await import('@/core/store/room'))
  store = freshPhone()
  vi.unstubAllGlobals()
})

function grant(quota: number, usage: number): void {
  const storage = {
    estimate: () => Promise.resolve({ quota, usage }),
    persisted: () => Promise.resolve(true),
  }
  vi.stubGlobal('navigator', { ...navigator, storage })
}

describe('room for one more sheet', () => {
  it('is found by writing, and nothing of it stays', async () => {
    grant(1e9, 1e6)

    expect(await findRoom()).toEqual({ is: 'ok', leftBytes: 999e6 })
    expect(await store.rows({ name: 'trial', indexes: {} }).count()).toBe(0)
  })

  it('is none when the browser grants too little, and the number is told', async () => {
    grant(100e6, 92e6)

    expect(await findRoom()).toEqual({ is: 'full', leftBytes: 8e6 })
  })

  it('is none when nothing can be written, whatever the browser promises', async () => {
    grant(1e9, 0)
    const full = { name: 'AbortError', inner: { name: 'QuotaExceededError' } }
    vi.spyOn(store.rows({ name: 'trial', indexes: {} }), 'put').mockRejectedValue(full)

    expect(await findRoom()).toEqual({ is: 'full', leftBytes: null })
  })

  it('is looked for again at once after there was none, and not for a while after there was', async () => {
    grant(100e6, 92e6)
    await findRoom()
    grant(1e9, 0)
    expect(await findRoom()).toMatchObject({ is: 'ok' })
    grant(100e6, 92e6)
    expect(await findRoom()).toMatchObject({ is: 'ok' })
  })

  it('is none when the store is damaged', async () => {
    grant(1e9, 0)
    store.dexie.close()

    expect(await findRoom()).toMatchObject({ is: 'broken' })
  })
})
