import { describe, expect, it } from 'vitest'

import { corrected } from '@/core/scan/qr/reedSolomon'

/** Nothing but zeros is a code word too, so what is added is what is wrong. */
function zerosWith(wrong: Record<number, number>): Uint8Array {
  return Uint8Array.from({ length: 44 }, (_, place) => wrong[place] ?? 0)
}

const ZEROS = new Uint8Array(44)
const CHECKS = 16

describe('a code word', () => {
  it('stands as it is when nothing is wrong', () => {
    expect(corrected(ZEROS, CHECKS, [])).toEqual({ words: ZEROS, errors: 0 })
  })

  it('is found again after as many errors as half of its checks', () => {
    const wrong = zerosWith({ 0: 7, 3: 255, 9: 1, 20: 99, 27: 4, 28: 30, 40: 200, 43: 8 })

    expect(corrected(wrong, CHECKS, [])).toEqual({ words: ZEROS, errors: 8 })
  })

  it('is found again after as many erasures as it has checks', () => {
    const wrong = ZEROS.map((_, at) => (at < 16 ? at + 1 : 0))

    expect(corrected(wrong, CHECKS, [...Array(16).keys()])?.words).toEqual(ZEROS)
  })

  it('bears erasures and errors together, an erasure costing half', () => {
    const wrong = zerosWith({ 1: 5, 2: 6, 3: 7, 4: 8, 30: 9, 31: 10, 32: 11 })

    expect(corrected(wrong, CHECKS, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({
      words: ZEROS,
      errors: 3,
    })
  })

  it('is not found when too much is wrong', () => {
    const wrong = zerosWith(Object.fromEntries([...Array(9).keys()].map((at) => [at * 4, at + 17])))

    expect(corrected(wrong, CHECKS, [])?.words).not.toEqual(ZEROS)
  })
})
