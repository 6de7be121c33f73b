import { describe, expect, it } from 'vitest'

import { waitAfter } from '@/core/sync/waits'

describe('the wait before the next try', () => {
  it('doubles up to five minutes', () => {
    expect([1, 2, 3, 4].map((failures) => waitAfter(failures, 0.5))).toEqual([
      5_000, 10_000, 20_000, 40_000,
    ])
    expect(waitAfter(50, 0.5)).toBe(300_000)
  })

  it('is short after a try that was cut off but got something through', () => {
    expect(waitAfter(0, 0.5)).toBe(400)
  })

  it('is spread between half and one and a half of it', () => {
    expect(waitAfter(1, 0)).toBe(2_500)
    expect(waitAfter(1, 1)).toBe(7_500)
  })

  it('is as long as the server asked for, and up to twice that', () => {
    expect(waitAfter(1, 0, 10_000)).toBe(10_000)
    expect(waitAfter(1, 1, 10_000)).toBe(20_000)
    expect(waitAfter(4, 0.5, 10_000)).toBe(40_000)
  })
})
