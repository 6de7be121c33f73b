import { describe, expect, it } from 'vitest'

import { drawn, HEIGHT, isSigned, MOST_NUMBERS, pathOf, type Stroke } from './strokes'

describe('a drawn signature', () => {
  it('begins a stroke where the finger comes down and goes on until it is lifted', () => {
    const one = drawn([], { x: 10, y: 20 }, true)
    const two = drawn(one, { x: 110, y: 60 }, false)

    expect(drawn(two, { x: 300, y: 40 }, true)).toEqual([
      [10, 20, 110, 60],
      [300, 40],
    ])
  })

  it('stays in its box and leaves out points that say nothing', () => {
    const one = drawn([], { x: -5, y: 999 }, true)

    expect(one).toEqual([[0, HEIGHT]])
    expect(drawn(one, { x: 2, y: 399 }, false)).toBe(one)
  })

  it('never grows beyond what the server takes', () => {
    const full: Stroke[] = [Array.from({ length: MOST_NUMBERS }, () => 1)]

    expect(drawn(full, { x: 500, y: 200 }, true)).toBe(full)
  })

  it('is shown as a path, a touch as a dot, which is no signature yet', () => {
    expect(
      pathOf([
        [1, 2, 3, 4],
        [9, 9],
      ]),
    ).toBe('M1 2L3 4M9 9L9 9')
    expect(isSigned([[9, 9]])).toBe(false)
    expect(isSigned([[1, 2, 30, 40, 80, 20]])).toBe(true)
  })
})
