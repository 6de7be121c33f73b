import { beforeAll, describe, expect, it } from 'vitest'

import type { Side } from '@/core/scan/qr/layout'
import { pixelsOf } from '@/core/scan/sharpen'
import { OPTIONS, readInStages } from '@/core/scan/stages'
import {
  blotted,
  blurred,
  codeOf,
  hung,
  LABEL,
  prepareCodes,
  read,
  square,
} from '@/core/scan/testing/labels'

let modules: Uint8Array
let side: Side

describe('reading in stages', () => {
  beforeAll(async () => {
    await prepareCodes()
    ;({ modules, side } = await codeOf(LABEL))
  })

  it('a sharp label is read at the first look, and where it lies is told', async () => {
    const seen = pixelsOf(hung(modules, side, square(60, 50, 4 * side)))

    const reading = await readInStages(seen, read)

    expect(reading?.text).toBe(LABEL)
    expect(reading?.corners[0].x).toBeCloseTo(60, -1)
    expect(reading?.corners[2].y).toBeCloseTo(50 + 4 * side, -1)
  })

  it('a soft label that the decoder cannot read is read all the same', async () => {
    const seen = pixelsOf(blurred(hung(modules, side, square(60, 50, 3 * side)), 1.7))

    expect(await read(seen, OPTIONS)).toEqual([])
    expect((await readInStages(seen, read))?.text).toBe(LABEL)
  })

  it('a label is read whose corner square lies under a blot', async () => {
    const clean = hung(modules, side, square(200, 100, 6 * side))
    const seen = pixelsOf(blotted(clean, 200 + 21, 100 + 21, 20))

    expect(await read(seen, OPTIONS)).toEqual([])
    expect((await readInStages(seen, read))?.text).toBe(LABEL)
  })

  it('a Micro QR code is none of ours: in noise one is soon seen', async () => {
    const micro = await codeOf('0760', 'L', 'MicroQRCode')
    const seen = pixelsOf(hung(micro.modules, micro.side, square(200, 100, 120)))

    expect(await read(seen, { ...OPTIONS, formats: ['QRCode'] })).toHaveLength(1)
    expect(await readInStages(seen, read)).toBeNull()
  })

  it('a wall without a label says nothing', async () => {
    const wall = pixelsOf(hung(modules, side, square(900, 900, 100)))

    expect(await readInStages(wall, read)).toBeNull()
  })
})
