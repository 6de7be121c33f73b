import { describe, expect, it } from 'vitest'

import { computedId, newId } from '@/core/ids'

describe('ids', () => {
  it('the phone computes the id that the server computes', () => {
    const estate = '01939f3a-6c00-7000-8000-000000000001'
    const route = '01939f3a-6c00-7000-8000-000000000301'

    const round = computedId(estate, route, '2026-11-23', 2)

    expect(round).toBe('943db87a-a773-589e-bac8-4fe79e68a42c')
  })

  it('a later id sorts after an earlier one', () => {
    const ids = Array.from({ length: 500 }, newId)

    expect([...ids].sort()).toEqual(ids)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })
})
