import { describe, expect, it } from 'vitest'

import { answered, leftAlone } from '@/core/http/client'

describe('a server that has too much to do', () => {
  it('says how long it wants to be left alone, until it answers again', async () => {
    const busy = { code: 'sync.busy', params: { retryAfter: 10 } }
    await answered(Response.json(busy, { status: 503, headers: { 'Retry-After': '10' } }))
    expect(leftAlone.askedMs).toBe(10_000)

    await answered(Response.json({}))
    expect(leftAlone.askedMs).toBe(0)
  })

  it('says nothing when it only failed', async () => {
    await answered(Response.json({}, { status: 500 }))
    expect(leftAlone.askedMs).toBe(0)
  })
})
