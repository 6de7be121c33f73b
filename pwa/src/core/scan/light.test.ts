import { describe, expect, it } from 'vitest'

import { brightnessOf, newDarkWatch } from '@/core/scan/light'

function even(shade: number) {
  return { data: new Uint8ClampedArray(100 * 100 * 4).fill(shade), width: 100, height: 100 }
}

describe('the dark', () => {
  it('is measured in the picture', () => {
    expect(brightnessOf(even(20))).toBeCloseTo(20)
    expect(brightnessOf(even(200))).toBeCloseTo(200)
  })

  it('is told once, when it stays', () => {
    const watch = newDarkWatch()

    expect([20, 20, 20, 20, 20, 20].map((shade) => watch.isDark(shade))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
  })

  it('is not a shadow one walks past', () => {
    const watch = newDarkWatch()

    expect([20, 20, 20, 90, 20, 20, 20].some((shade) => watch.isDark(shade))).toBe(false)
  })
})
