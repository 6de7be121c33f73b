import { describe, expect, it } from 'vitest'

import { advancedOf, zoomsTo, type Abilities } from '@/core/scan/abilities'

const PHONE: Abilities = {
  torch: true,
  zoom: { min: 0.6, max: 8 },
  focusMode: ['single-shot', 'continuous'],
}

describe('what a camera is asked for', () => {
  it('is light, zoom and to go on focusing, in one set', () => {
    expect(advancedOf(PHONE, { torch: true, zoom: 2 })).toEqual({
      torch: true,
      zoom: 2,
      focusMode: 'continuous',
    })
  })

  it('is to focus where a person points, with light and zoom as they are', () => {
    expect(advancedOf(PHONE, { torch: true, zoom: 2 }, { x: 0.25, y: 0.5 })).toEqual({
      torch: true,
      zoom: 2,
      focusMode: 'single-shot',
      pointsOfInterest: [{ x: 0.25, y: 0.5 }],
    })
  })

  it('is nothing of what it cannot', () => {
    expect(advancedOf({}, { torch: true, zoom: 3 })).toEqual({})
  })

  it('is no wider than the lens alone, and no nearer than it goes', () => {
    expect(advancedOf(PHONE, { torch: false, zoom: 1 })).toMatchObject({ zoom: 1 })
    expect(advancedOf(PHONE, { torch: false, zoom: 9 })).toMatchObject({ zoom: 8 })
  })

  it('is told in the camera’s own measure', () => {
    const percent = { zoom: { min: 100, max: 400 } }

    expect(zoomsTo(percent)).toBe(4)
    expect(advancedOf(percent, { torch: false, zoom: 2 })).toEqual({ zoom: 200 })
    expect(zoomsTo({})).toBe(1)
  })
})
