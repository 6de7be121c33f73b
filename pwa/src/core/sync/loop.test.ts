import { beforeEach, describe, expect, it, vi } from 'vitest'

import { keep } from '@/core/outbox/outbox'
import { countWaiting } from '@/core/outbox/queue'
import { startSync, syncNow } from '@/core/sync/loop'
import { syncState } from '@/core/sync/state'
import { freshPhone, itemAbout, signInAs } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'

let server: TestServer

const idle = () => vi.waitFor(() => expect(syncState.running).toBe(false))

beforeEach(async () => {
  vi.restoreAllMocks()
  // What a loop of the test before still does must not meet another store.
  await idle()
  server = serve()
  freshPhone()
  await signInAs('anna')
})

describe('the sync loop', () => {
  it('sends what was kept by itself', async () => {
    startSync()
    await idle()

    await keep([itemAbout('a')])

    await vi.waitFor(async () => expect(await countWaiting()).toBe(0))
  })

  it('stays quiet after a failure until its wait is over or the network is back', async () => {
    // The longest of the first waits: this test must be over before it.
    vi.spyOn(Math, 'random').mockReturnValue(0.99)
    server.instead = () => 'offline'
    startSync()
    await idle()
    await keep([itemAbout('a')])
    await idle()
    const tries = server.asked.length
    await keep([itemAbout('b')])
    await idle()
    expect(server.asked).toHaveLength(tries)
    expect(syncState.failed).toBe('offline')

    server.instead = () => undefined
    window.dispatchEvent(new Event('online'))

    await vi.waitFor(async () => expect(await countWaiting()).toBe(0))
    await vi.waitFor(() => expect(syncState.failed).toBe(''))
  })

  it('counts a line on which nobody answers as no network, until somebody does', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    let answer: () => void = () => undefined
    await keep([itemAbout('a')])
    server.line = new Promise<void>((done) => (answer = done))
    const sync = syncNow()
    await vi.waitFor(() => expect(syncState.running).toBe(true))

    await vi.advanceTimersByTimeAsync(5_000)
    expect(syncState.failed).toBe('')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(syncState.failed).toBe('offline')

    answer()
    await sync
    expect(syncState.failed).toBe('')
    expect(await countWaiting()).toBe(0)
    vi.useRealTimers()
  })

  it('tries again at once when a line was cut that had carried something', async () => {
    await keep([itemAbout('a'), itemAbout('b')])
    let pulls = 0
    server.instead = ({ path }) =>
      server.pushes().length > 0 && path.startsWith('/sync/pull') && pulls++ === 0
        ? 'offline'
        : undefined
    await syncNow()
    await vi.waitFor(() => expect(syncState.failed).toBe('offline'))

    await vi.waitFor(() => expect(syncState.failed).toBe(''), { timeout: 2_000 })
  })

  it('runs once at a time, and once more for what came meanwhile', async () => {
    await keep([itemAbout('a')])

    await Promise.all([syncNow(), syncNow(), syncNow()])
    await idle()

    expect(server.pushes().flatMap(({ items }) => items)).toHaveLength(1)
  })
})
