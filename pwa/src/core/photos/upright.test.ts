import { describe, expect, it } from 'vitest'

import type { Orientation } from '@/core/photos/jpeg'
import { turn } from '@/core/photos/upright'

/** Where the picture's first pixel (its top left as stored) comes to lie, by EXIF's own definition. */
const FIRST_PIXEL: Record<Orientation, [number, number]> = {
  1: [0, 0],
  2: [30, 0],
  3: [30, 20],
  4: [0, 20],
  5: [0, 0],
  6: [30, 0],
  7: [30, 20],
  8: [0, 20],
}

describe('a picture that lies', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
    'as %i is set upright within 30 × 20',
    (lies) => {
      const [a, b, c, d, e, f] = turn(lies, 30, 20)
      const [across, down] = lies >= 5 ? [20, 30] : [30, 20]

      expect([e, f]).toEqual(FIRST_PIXEL[lies])
      // The opposite corner lands on the opposite corner.
      expect([a * across + c * down + e, b * across + d * down + f]).toEqual([
        30 - FIRST_PIXEL[lies][0],
        20 - FIRST_PIXEL[lies][1],
      ])
    },
  )
})
