import { expect, it } from 'vitest'

import { solved } from '@/core/scan/modules/solve'

it('finds what solves all equations at once', () => {
  const matrix = Float64Array.from([4, 0, 0, 2, 5, 0, -1, 1, 6])
  // (4 2 -1 / 2 5 1 / -1 1 6) · (1, -2, 3)
  const answer = solved(matrix, Float64Array.from([-3, -5, 15]))

  expect([...answer].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, -2, 3])
})
