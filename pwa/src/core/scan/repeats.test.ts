import { describe, expect, it } from 'vitest'

import { newLooks } from '@/core/scan/repeats'

describe('a label that stays in view', () => {
  it('is read once, however long it stays', () => {
    const isNew = newLooks()

    expect([0, 500, 1900, 3000, 4800].map((at) => isNew('A', at))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('is read again after it was out of view for two seconds', () => {
    const isNew = newLooks()
    isNew('A', 0)

    expect(isNew('A', 2000)).toBe(true)
  })

  it('does not keep another label from being read', () => {
    const isNew = newLooks()
    isNew('A', 0)

    expect(isNew('B', 100)).toBe(true)
    expect(isNew('A', 200)).toBe(true)
  })
})
