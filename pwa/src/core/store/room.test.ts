import { beforeEach, describe, expect, it, vi } from 'vitest'

import { findRoom, trialTable } from '@/core/store/room'
import type { Store } from '@/core/store/store'
import { freshPhone } from '@/core/testing/phone'

let store: Store

beforeEach(() => {
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
    expect(await store.rows(trialTable).count()).toBe(0)
  })

  it('is none when the browser grants too little, and the number is told', async () => {
    grant(100e6, 92e6)

    expect(await findRoom()).toEqual({ is: 'full', leftBytes: 8e6 })
  })

  it('is none when nothing can be written, whatever the browser promises', async () => {
    grant(1e9, 0)
    const full = { name: 'AbortError', inner: { name: 'QuotaExceededError' } }
    vi.spyOn(store.rows(trialTable), 'put').mockRejectedValue(full)

    expect(await findRoom()).toEqual({ is: 'full', leftBytes: null })
  })

  it('is none when the store is damaged', async () => {
    grant(1e9, 0)
    store.dexie.close()

    expect((await findRoom()).is).toBe('broken')
  })
})
