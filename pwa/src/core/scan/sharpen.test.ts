import { describe, expect, it } from 'vitest'

import { doubled, greyOf, pixelsOf, sharpened } from '@/core/scan/sharpen'

function grey(width: number, ...values: number[]) {
  return { data: new Uint8ClampedArray(values), width, height: values.length / width }
}

describe('the second look', () => {
  it('takes the brightness of the part asked for', () => {
    const data = new Uint8ClampedArray(3 * 2 * 4)
    data.set([255, 255, 255, 255], 4)
    data.set([255, 0, 0, 255], 8)

    expect(greyOf({ data, width: 3, height: 2 }, { x: 1, y: 0, width: 2, height: 1 })).toEqual(
      grey(2, 255, 76),
    )
  })

  it('leaves an even wall as it is, up to its edges', () => {
    const wall = grey(3, ...Array<number>(9).fill(120))

    expect(sharpened(wall)).toEqual(wall)
  })

  it('pushes the two sides of a soft edge apart', () => {
    const edge = grey(6, 60, 60, 90, 150, 180, 180)

    const crisp = sharpened(edge).data

    expect(crisp[2]).toBeLessThan(80)
    expect(crisp[3]).toBeGreaterThan(160)
  })

  it('strengthens a point by twice its difference from the 5 × 5 blur', () => {
    const point = grey(5, ...Array.from({ length: 25 }, (_, at) => (at === 12 ? 100 : 80)))

    // Of 20 above the wall the blur leaves 20 · 36/256; twice the rest is added.
    expect(sharpened(point).data[12]).toBe(Math.round(100 + 2 * (20 - (20 * 36) / 256)))
  })

  it('makes a code twice as large without moving its modules', () => {
    expect(doubled(grey(2, 0, 100, 200, 100))).toEqual(
      grey(4, 0, 50, 100, 100, 100, 100, 100, 100, 200, 150, 100, 100, 200, 150, 100, 100),
    )
  })

  it('gives the decoder grey, opaque pixels', () => {
    expect([...pixelsOf(grey(2, 7, 255)).data]).toEqual([7, 7, 7, 255, 255, 255, 255, 255])
  })
})
