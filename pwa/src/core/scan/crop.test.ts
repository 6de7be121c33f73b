import { describe, expect, it } from 'vitest'

import { around, whole, zoomed } from '@/core/scan/crop'

const FRAME = { width: 1920, height: 1080 }

function square(x: number, y: number, side: number) {
  return [
    { x, y },
    { x: x + side, y },
    { x, y: y + side },
    { x: x + side, y: y + side },
  ]
}

describe('the part of a frame that gets a second look', () => {
  it('holds the located code and its quiet zone', () => {
    expect(around(square(600, 300, 120), FRAME)).toEqual({
      x: 580,
      y: 280,
      width: 160,
      height: 160,
    })
  })

  it('holds a tilted code by its outermost corners', () => {
    const tilted = [
      { x: 100.4, y: 120 },
      { x: 190, y: 100 },
      { x: 110, y: 210 },
      { x: 200, y: 190 },
    ]

    expect(around(tilted, FRAME)).toEqual({ x: 82, y: 81, width: 137, height: 148 })
  })

  it('ends at the edge of the frame', () => {
    expect(around(square(-5, 1000, 100), FRAME)).toEqual({ x: 0, y: 983, width: 112, height: 97 })
  })

  it('is none when nothing could be read in it', () => {
    expect(around(square(50, 50, 10), FRAME)).toBeNull()
    expect(around(square(3000, 3000, 200), FRAME)).toBeNull()
  })

  it('is all of it, where nothing was located', () => {
    expect(whole(FRAME)).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
  })

  it('is what a digital zoom shows', () => {
    expect(zoomed(FRAME, 2)).toEqual({ x: 480, y: 270, width: 960, height: 540 })
    expect(zoomed(FRAME, 1)).toEqual({ x: 0, y: 0, ...FRAME })
  })
})
