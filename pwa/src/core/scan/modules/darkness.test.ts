import { describe, expect, it } from 'vitest'

import { darknessOf, doubted } from '@/core/scan/modules/darkness'

const SIDE = 21

function chequers(dark: number, light: number): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, at) => (at % 2 === 0 ? dark : light))
}

describe('how sure a module is', () => {
  it('is sure where dark and light lie apart', () => {
    const dark = darknessOf(chequers(40, 200), SIDE, 2, 0)

    expect(dark[0]).toBeGreaterThan(0.9)
    expect(dark[1]).toBeLessThan(-0.9)
  })

  it('is judged by the neighbourhood: the dark half of a lamp-lit label is read like the bright one', () => {
    const lit = chequers(40, 200).map((value, at) => value * (at % SIDE < 10 ? 0.3 : 1))

    const dark = darknessOf(lit, SIDE, 2, 0)

    expect([dark[10 * SIDE], dark[10 * SIDE + 1]].map((value) => value! > 0)).toEqual([true, false])
    expect([dark[10 * SIDE + 18], dark[10 * SIDE + 19]].map((value) => value! > 0)).toEqual([
      true,
      false,
    ])
  })

  it('is little amid its like, as under a blot', () => {
    const blot = chequers(1, -1).map((value, at) =>
      at % SIDE > 5 && at % SIDE < 12 && at > 5 * SIDE && at < 11 * SIDE ? 1 : value,
    )

    const trusted = doubted(blot, SIDE)

    expect(trusted[8 * SIDE + 8]).toBeCloseTo(0.2)
    expect(trusted[2 * SIDE + 2]).toBe(1)
  })
})
