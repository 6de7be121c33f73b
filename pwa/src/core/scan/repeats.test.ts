import { describe, expect, it } from 'vitest'

import { newLooks } from '@/core/scan/repeats'

describe('a label that stays in view', () => {
  it('is read once, however long it stays', () => {
    const looks = newLooks()
    const seen = [0, 500, 1900, 3000, 4800].map((at) => looks.isNew('A', at))

    expect(seen).toEqual([true, false, false, false, false])
  })

  it('is read again after it was out of view for two seconds', () => {
    const looks = newLooks()
    looks.isNew('A', 0)

    expect(looks.isNew('A', 2000)).toBe(true)
  })

  it('is not read again when a pause ends and the phone still points at it', () => {
    const looks = newLooks()
    looks.isNew('A', 0)
    looks.resume(9000)

    expect(looks.isNew('A', 9100)).toBe(false)
    expect(looks.isNew('A', 11_100)).toBe(true)
  })

  it('does not keep another label from being read', () => {
    const looks = newLooks()
    looks.isNew('A', 0)

    expect(looks.isNew('B', 100)).toBe(true)
    expect(looks.isNew('A', 200)).toBe(true)
  })
})
