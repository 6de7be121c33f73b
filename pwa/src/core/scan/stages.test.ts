import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer'

import { OPTIONS, readInStages, type Read } from '@/core/scan/stages'
import type { Pixels } from '@/core/scan/types'

const LABEL = 'HTTPS://ROUNDS.EXAMPLE/T/4K7Q2M9XTB3K'
const WIDTH = 640
const HEIGHT = 480

const read: Read = (picture, options) => readBarcodes(picture as ImageData, options)

function wasm(name: string): { wasmBinary: ArrayBuffer } {
  return { wasmBinary: new Uint8Array(readFileSync(`node_modules/zxing-wasm/dist/${name}`)).buffer }
}

/** A label seen by a camera: `module` pixels a module, out of focus by `blur` pixels (sigma), its corner at (x, y). */
async function seen(module: number, blur: number, x: number, y: number): Promise<Pixels> {
  const { symbol } = await writeBarcode(LABEL, { format: 'QRCode' })
  const wall = new Float32Array(WIDTH * HEIGHT).fill(200)
  for (let at = 0; at < (symbol.width * module) ** 2; at++) {
    const [row, column] = [Math.floor(at / (symbol.width * module)), at % (symbol.width * module)]
    const dark =
      symbol.data[Math.floor(row / module) * symbol.width + Math.floor(column / module)] === 0
    if (dark) wall[(y + row) * WIDTH + x + column] = 90
  }
  const soft = smeared(smeared(wall, blur, 1), blur, WIDTH)
  const data = Uint8ClampedArray.from({ length: soft.length * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : soft[at >> 2]!,
  )
  return { data, width: WIDTH, height: HEIGHT }
}

function smeared(picture: Float32Array, blur: number, step: number): Float32Array {
  const taps = Array.from({ length: 13 }, (_, tap) =>
    Math.exp(-((tap - 6) ** 2) / (2 * blur * blur)),
  )
  const sum = taps.reduce((total, weight) => total + weight)
  return picture.map((_, at) =>
    taps.reduce(
      (total, weight, tap) => total + (weight / sum) * (picture[at + (tap - 6) * step] ?? 200),
      0,
    ),
  )
}

describe('reading in stages', () => {
  beforeAll(async () => {
    await prepareWriter({ overrides: wasm('writer/zxing_writer.wasm'), fireImmediately: true })
    await prepareZXingModule({ overrides: wasm('reader/zxing_reader.wasm'), fireImmediately: true })
  })

  it('a sharp label is read at the first look', async () => {
    expect(await readInStages(await seen(4, 0.6, 60, 50), 1, read)).toBe(LABEL)
  })

  it('a soft label that was only located is read at the second look', async () => {
    const picture = await seen(3, 1.8, 60, 50)

    expect(await read(picture, OPTIONS)).toEqual([])
    expect(await readInStages(picture, 1, read)).toBe(LABEL)
  })

  it('a small soft label in the centre, not even located, is read at every third frame', async () => {
    const picture = await seen(2, 1.2, 280, 200)

    expect(await readInStages(picture, 1, read)).toBeNull()
    expect(await readInStages(picture, 3, read)).toBe(LABEL)
  })

  it('a wall without a label says nothing', async () => {
    const picture = await seen(0, 1, 0, 0)

    expect(await readInStages(picture, 3, read)).toBeNull()
  })
})
