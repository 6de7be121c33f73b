import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { upload } from '@/ground/register/testing/make'
import type { Upload } from '@/ground/register/types'
import { useUpload } from '@/ground/register/use'

let told: Partial<Upload>[]
let asked: { path: string; body: unknown }[]

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    asked.push({ path: url.replace('/api/v1', ''), body: body ? JSON.parse(String(body)) : null })
    return Response.json(upload(told.length > 1 ? told.shift() : told[0]))
  })
})
afterEach(() => vi.useRealTimers())

function open() {
  const scope = effectScope()
  return { scope, ...scope.run(() => useUpload('u-1'))! }
}

describe('an upload on its page', () => {
  it('is asked for every second until it was read, and then no more', async () => {
    told = [
      { state: 'reading', report: null },
      { state: 'reading', report: null, done: 2 },
      { state: 'read' },
    ]
    const { upload } = open()

    await vi.advanceTimersByTimeAsync(1_100)
    expect(upload.value).toMatchObject({ state: 'reading', done: 2 })
    await vi.advanceTimersByTimeAsync(60_000)

    expect(upload.value?.state).toBe('read')
    expect(asked).toHaveLength(3)
  })

  it('is read again with the columns that a person named', async () => {
    told = [{ state: 'read' }, { state: 'reading' }, { state: 'read' }]
    const { chooseColumns } = open()
    await vi.advanceTimersByTimeAsync(0)

    await chooseColumns(new Map([['门牌', 'number']]))
    await vi.advanceTimersByTimeAsync(2_000)

    expect(asked[1]).toEqual({
      path: '/register/uploads/u-1/columns',
      body: { columns: [{ title: '门牌', meaning: 'number' }] },
    })
    expect(asked).toHaveLength(3)
  })

  it('is left alone once the page is', async () => {
    told = [{ state: 'reading' }]
    const { scope } = open()
    await vi.advanceTimersByTimeAsync(0)

    scope.stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(asked).toHaveLength(1)
  })
})
