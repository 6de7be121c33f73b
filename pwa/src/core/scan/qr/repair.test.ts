import { beforeAll, describe, expect, it } from 'vitest'

import { repaired } from '@/core/scan/qr/repair'
import { codeOf, LABEL, prepareCodes } from '@/core/scan/testing/labels'

const LEVELS = ['L', 'M', 'Q', 'H'] as const

function sure(modules: Uint8Array): Float32Array {
  return Float32Array.from(modules, (dark) => (dark === 1 ? 1 : -1))
}

/** Answer the same with a square of modules that shows `value` instead. */
function covered(darkness: Float32Array, side: number, from: number, size: number, value: number) {
  return darkness.map((dark, at) => {
    const [row, column] = [Math.floor(at / side) - from, (at % side) - from]
    return Math.min(row, column) >= 0 && Math.max(row, column) < size ? value : dark
  })
}

describe('a code repaired', () => {
  beforeAll(prepareCodes)

  it.each(LEVELS.flatMap((level) => [4, 20, 37, 50, 70].map((length) => [level, length] as const)))(
    'is the one that was printed: level %s, %i characters',
    async (level, length) => {
      const { modules, side } = await codeOf(LABEL.repeat(2).slice(0, length), level)

      expect(repaired(sure(modules), side)).toEqual(modules)
    },
  )

  it('has its corner squares and its format drawn anew', async () => {
    const { modules, side } = await codeOf(LABEL)
    const dirty = covered(sure(modules), side, 0, 9, 1)

    expect(repaired(dirty, side)).toEqual(modules)
  })

  it('bears more when it is known what is covered', async () => {
    const { modules, side } = await codeOf(LABEL)
    const wrong = covered(sure(modules), side, 9, 8, 1)
    const doubtful = covered(sure(modules), side, 9, 8, 0.05)

    expect(repaired(wrong, side)).toBeNull()
    expect(repaired(doubtful, side)).toEqual(modules)
  })

  it('is none when too little is left to prove it', async () => {
    const { modules, side } = await codeOf(LABEL)

    expect(repaired(covered(sure(modules), side, 8, 16, 0.05), side)).toBeNull()
  })

  it('is none where there is only noise', () => {
    const random = noise(7)
    for (let time = 0; time < 50; time++)
      expect(repaired(Float32Array.from({ length: 25 * 25 }, random), 25)).toBeNull()
  })
})

/** Answer a source of the same numbers between -1 and 1 at each run. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}
