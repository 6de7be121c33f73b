import { describe, expect, it } from 'vitest'

import { computedId, newId } from '@/core/ids'
import examples from '../../../tests/examples/rules/round_id.json'

describe('ids', () => {
  it.each(examples)('the phone computes $id as the server does', ({ parts, id }) => {
    expect(computedId(...parts)).toBe(id)
  })

  it('a later id sorts after an earlier one', () => {
    const ids = Array.from({ length: 500 }, newId)

    expect([...ids].sort()).toEqual(ids)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })
})
