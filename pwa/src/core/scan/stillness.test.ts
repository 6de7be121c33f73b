import { expect, it } from 'vitest'

import { newMotionWatch } from '@/core/scan/stillness'

/** A chequered wall, shifted to the right, with sensor noise of so many levels. */
function wall(shift: number, noise = 0, seed = 1) {
  const [width, height] = [640, 360]
  let state = seed
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const x = (at % width) + shift
    const light = (Math.floor(x / 60) + Math.floor(at / width / 60)) % 2 === 0
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    data[4 * at + 1] = (light ? 180 : 60) + noise * (state / 2 ** 31 - 1)
  }
  return { data, width, height }
}

it('is nothing in a phone put down, but for noise', () => {
  const watch = newMotionWatch()
  watch.change(wall(0, 12, 3))

  expect(watch.change(wall(0, 12, 4))).toBeLessThan(1)
})

it('is seen in a hand that moves', () => {
  const watch = newMotionWatch()
  watch.change(wall(0))

  expect(watch.change(wall(12))).toBeGreaterThan(3)
})
