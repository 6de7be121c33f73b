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

  it('is told when it stays, and so is the light after it', () => {
    const watch = newDarkWatch()
    const shades = [20, 20, 20, 20, 20, 90, 90, 90, 90, 90]

    expect(shades.map((shade) => watch.isDark(shade))).toEqual([
      ...[false, false, false, true, true],
      ...[true, true, true, false, false],
    ])
  })

  it('is not a shadow one walks past', () => {
    const watch = newDarkWatch()

    expect([20, 20, 20, 90, 20, 20, 20].some((shade) => watch.isDark(shade))).toBe(false)
  })
})
