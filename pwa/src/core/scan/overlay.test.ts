import { expect, it } from 'vitest'

import { frameOf, outlineOf } from '@/core/scan/overlay'

const FRAME = { width: 1920, height: 1080 }
const MIDDLE = [
  { x: 910, y: 490 },
  { x: 1010, y: 490 },
  { x: 1010, y: 590 },
  { x: 910, y: 590 },
] as const

it('lies in the middle of the box when it does in the frame, however the frame is cut', () => {
  // 800 high: the frame is shown at 0.74 of its size, its sides cut off.
  expect(outlineOf(MIDDLE, FRAME, 1, { width: 390, height: 800 })).toBe(
    '158,363 232,363 232,437 158,437',
  )
})

it('grows with the digital zoom, whose frames are smaller', () => {
  const half = [
    { x: 430, y: 220 },
    { x: 530, y: 220 },
    { x: 530, y: 320 },
    { x: 430, y: 320 },
  ] as const

  expect(outlineOf(half, FRAME, 2, { width: 960, height: 540 })).toBe(
    '430,220 530,220 530,320 430,320',
  )
})

it('finds in the frame what was touched on the screen', () => {
  const box = { width: 390, height: 800 }

  expect(frameOf({ x: 195, y: 400 }, FRAME, 1, box)).toEqual({ x: 0.5, y: 0.5 })
  expect(frameOf({ x: 195, y: 0 }, FRAME, 2, box)).toEqual({ x: 0.5, y: 0.25 })
  expect(frameOf({ x: 390, y: 800 }, FRAME, 1, box).x).toBeCloseTo(0.637, 2)
})
