import { beforeAll, describe, expect, it } from 'vitest'

import { deepLook } from '@/core/scan/deepLook'
import type { Corners } from '@/core/scan/locate/plane'
import type { Side } from '@/core/scan/qr/layout'
import type { Grey } from '@/core/scan/sharpen'
import {
  blotted,
  blurred,
  codeOf,
  hung,
  LABEL,
  prepareCodes,
  square,
} from '@/core/scan/testing/labels'

let modules: Uint8Array
let side: Side

const TILTED: Corners = [
  { x: 180, y: 120 },
  { x: 330, y: 90 },
  { x: 345, y: 250 },
  { x: 190, y: 300 },
]

function turnedOver(grey: Grey): Grey {
  return { ...grey, data: grey.data.map((shade) => 255 - shade) }
}

describe('the deep look', () => {
  beforeAll(async () => {
    await prepareCodes()
    ;({ modules, side } = await codeOf(LABEL))
  })

  it('lays the plane of a tilted label to less than a module', () => {
    const found = deepLook(hung(modules, side, TILTED))

    expect(found?.modules).toEqual(modules)
    TILTED.forEach((corner, at) => {
      const fitted = found!.fit.corners[at]!
      expect(Math.hypot(fitted.x - corner.x, fitted.y - corner.y)).toBeLessThan(4)
    })
  })

  it.each([
    ['top left', 21, 21],
    ['top right', 6 * 25 - 21, 21],
    ['bottom left', 21, 6 * 25 - 21],
  ])('reads without the corner square at the %s', (_, x, y) => {
    const seen = blotted(hung(modules, side, square(200, 100, 6 * side)), 200 + x, 100 + y, 21)

    expect(deepLook(seen)?.modules).toEqual(modules)
  })

  it('reads a label printed light on dark', () => {
    const seen = turnedOver(blotted(hung(modules, side, TILTED), 262, 190, 14))

    expect(deepLook(seen)?.modules).toEqual(modules)
  })

  it('reads through a smear as long as a module', () => {
    const seen = blurred(hung(modules, side, square(200, 100, 6 * side)), 3, 0.5)

    expect(deepLook(seen)?.modules).toEqual(modules)
  })

  it('says nothing of a label half torn away', () => {
    const seen = hung(modules, side, square(200, 100, 6 * side))
    const torn = { ...seen, data: seen.data.map((shade, at) => (at % 640 > 275 ? 190 : shade)) }

    expect(deepLook(torn)).toBeNull()
  })
})
