import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { usePrint, type Job, type Order } from '@/ground/labels/usePrint'

const ORDER: Order = { routeIds: null, blank: null, layout: 'a4-3x8', reprint: false }
const job = (change: Partial<Job>): Job => ({
  ...{ id: 'j-1', layout: 'a4-3x8', madeAt: '2026-11-23T08:00:00Z', state: 'drawing' },
  ...{ done: 0, of: 36, warnings: [], files: [], ...change },
})

let asked: number
let answers: Job[][]
let print: ReturnType<typeof usePrint>

beforeEach(async () => {
  serve()
  freshPhone()
  await signInAs('anna')
  asked = 0
  answers = [[]]
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) => {
    if (method === 'POST') return Response.json({ id: 'j-1' }, { status: 202 })
    asked += 1
    return Response.json(answers.length > 1 ? answers.shift() : answers[0])
  })
})

it('asks how far a print is until its files are there, and no longer', async () => {
  answers = [[], [job({ done: 12 })], [job({ state: 'ready', done: 36 })]]
  print = effectScope().run(usePrint)!
  await expect.poll(() => asked).toBe(1)

  expect(await print.order(ORDER)).toBe(true)
  expect(print.jobs.value[0]?.done).toBe(12)
  vi.advanceTimersByTime(1_000)
  await expect.poll(() => print.jobs.value[0]?.state).toBe('ready')

  const before = asked
  vi.advanceTimersByTime(10_000)
  expect(asked).toBe(before)
})

it('goes on asking for a print that somebody else has begun', async () => {
  answers = [[job({ state: 'waiting' })], [job({ state: 'ready' })]]
  print = effectScope().run(usePrint)!

  await expect.poll(() => print.jobs.value[0]?.state).toBe('waiting')
  vi.advanceTimersByTime(1_000)
  await expect.poll(() => print.jobs.value[0]?.state).toBe('ready')
})
