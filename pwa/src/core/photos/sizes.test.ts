import { describe, expect, it } from 'vitest'

import { fitted, MAX_BYTES, nextAttempt } from '@/core/photos/sizes'

describe('the size of a kept photo', () => {
  it('has a long edge of at most 1600 pixels, whichever edge that is', () => {
    expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
    expect(fitted({ width: 3000, height: 4000 })).toEqual({ width: 1200, height: 1600 })
  })

  it('is never made larger, and never vanishes', () => {
    expect(fitted({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
    expect(fitted({ width: 20_000, height: 3 })).toEqual({ width: 1600, height: 1 })
  })

  it('lowers the quality by about what the bytes are too many', () => {
    const next = nextAttempt(0.82, 400_000)

    expect(next.shrink).toBe(1)
    expect(next.quality).toBeCloseTo(0.58, 1)
  })

  it('gives up pixels only once the quality can go no lower', () => {
    expect(nextAttempt(0.82, 1_500_000)).toEqual({ quality: 0.45, shrink: 1 })
    expect(nextAttempt(0.45, 600_000).shrink).toBeLessThan(0.71)
  })

  it('always moves on, even when the bytes are only just too many', () => {
    expect(nextAttempt(0.82, MAX_BYTES + 1).quality).toBeLessThan(0.75)
    expect(nextAttempt(0.45, MAX_BYTES + 1).shrink).toBeLessThan(1)
  })
})
