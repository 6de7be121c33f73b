import { expect, it } from 'vitest'

import { keeperOf } from '@/domains/patrols/keeper'

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
  await keeper.settled()
  fails = false
  keeper.keep('b')
  await keeper.settled()
  expect(told).toEqual([full, null])
})
