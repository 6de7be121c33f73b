import { afterEach, describe, expect, it, vi } from 'vitest'

import { keeperOf } from '@/core/store/keeper'

it('writes one at a time, and of what came meanwhile only the newest', async () => {
  const written: number[] = []
  let release: () => void = () => undefined
  const first = new Promise<void>((done) => (release = done))
  const keeper = keeperOf<number>(
    async (value) => {
      if (value === 1) await first
      written.push(value)
    },
    () => undefined,
  )
  keeper.keep(1)
  keeper.keep(2)
  keeper.keep(3)
  release()
  await keeper.settled()
  expect(written).toEqual([1, 3])
})

it('tells when a write fails, and when it works again', async () => {
  const told: unknown[] = []
  const full = new Error('full')
  let fails = true
  const keeper = keeperOf<string>(
    () => (fails ? Promise.reject(full) : Promise.resolve()),
    (error) => told.push(error),
  )
  keeper.keep('a')
  await vi.waitFor(() => expect(told).toEqual([full]))
  fails = false
  keeper.keep('b')
  await keeper.settled()
  expect(told).toEqual([full, null])
})

describe('what could not be written', () => {
  afterEach(() => vi.useRealTimers())

  function onFullPhone() {
    vi.useFakeTimers()
    const phone = { full: true, holds: '' }
    const keeper = keeperOf<string>(
      async (value) => {
        if (phone.full) throw new Error('full')
        phone.holds = value
      },
      () => undefined,
    )
    return { phone, keeper }
  }

  it('is written by itself once the phone has space again, without another change', async () => {
    const { phone, keeper } = onFullPhone()
    keeper.keep('a')
    await vi.advanceTimersByTimeAsync(5_000)
    phone.full = false

    await vi.advanceTimersByTimeAsync(30_000)

    expect(phone.holds).toBe('a')
  })

  it('is tried once more when everything shall be settled', async () => {
    const { phone, keeper } = onFullPhone()
    keeper.keep('a')
    await vi.advanceTimersByTimeAsync(1)
    phone.full = false

    await keeper.settled()

    expect(phone.holds).toBe('a')
  })

  it('is written no more once the thing is kept elsewhere', async () => {
    const { phone, keeper } = onFullPhone()
    keeper.keep('a')
    await vi.advanceTimersByTimeAsync(1)
    keeper.stop()
    phone.full = false

    await vi.advanceTimersByTimeAsync(60_000)

    expect(phone.holds).toBe('')
  })
})
