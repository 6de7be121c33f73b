/** Codes as a camera sees them, for the tests of the scanner. */
import { readFileSync } from 'node:fs'

import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader'
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer'

import { planeOf, type Corners, type Plane } from '@/core/scan/locate/plane'
import type { Side } from '@/core/scan/qr/layout'
import type { Grey } from '@/core/scan/sharpen'
import type { Read } from '@/core/scan/stages'

export const LABEL = 'HTTPS://ROUNDS.EXAMPLE/T/4K7Q2M9XTB3K'
const WALL = 190
const PAPER = 215
const INK = 60

export const read: Read = (picture, options) => readBarcodes(picture as ImageData, options)

/** Load the decoder and the writer from this machine. */
export async function prepareCodes(): Promise<void> {
  await prepareWriter({ overrides: wasm('writer/zxing_writer.wasm'), fireImmediately: true })
  await prepareReader({ overrides: wasm('reader/zxing_reader.wasm'), fireImmediately: true })
}

function wasm(name: string): { wasmBinary: ArrayBuffer } {
  return { wasmBinary: new Uint8Array(readFileSync(`node_modules/zxing-wasm/dist/${name}`)).buffer }
}

/** Answer the modules of a code, 1 dark, row by row. */
export async function codeOf(
  text: string,
  ecLevel: 'L' | 'M' | 'Q' | 'H' = 'M',
  format: 'QRCode' | 'MicroQRCode' = 'QRCode',
): Promise<{ modules: Uint8Array; side: Side }> {
  const { symbol } = await writeBarcode(text, { format, options: `ecLevel=${ecLevel}` })
  const modules = Uint8Array.from(symbol.data, (shade) => Number(shade === 0))
  return { modules, side: symbol.width as Side }
}

/** Answer a wall of 640 × 480 with the code on its paper, its outer corners where they are said to be. */
export function hung(modules: Uint8Array, side: Side, corners: Corners): Grey {
  const [width, height] = [640, 480]
  const plane = planeOf(corners)
  const data = new Uint8ClampedArray(width * height).fill(WALL)
  if (!plane) return { data, width, height }
  const place = placeIn(plane)
  for (let at = 0; at < data.length; at++) {
    let sum = 0
    for (const dx of [0.25, 0.75])
      for (const dy of [0.25, 0.75]) {
        const [u, v] = place((at % width) + dx, Math.floor(at / width) + dy)
        sum += shadeAt(modules, side, u * side, v * side)
      }
    data[at] = sum / 4
  }
  return { data, width, height }
}

function shadeAt(modules: Uint8Array, side: number, column: number, row: number): number {
  if (Math.min(column, row) < -4 || Math.max(column, row) >= side + 4) return WALL
  if (Math.min(column, row) < 0 || Math.max(column, row) >= side) return PAPER
  return modules[Math.floor(row) * side + Math.floor(column)] === 1 ? INK : PAPER
}

/** Answer what tells the (u, v) of a pixel: the plane turned round. */
function placeIn([a, b, c, d, e, f, g, h]: Plane): (x: number, y: number) => [number, number] {
  return (x, y) => {
    const w = (d * h - e * g) * x + (b * g - a * h) * y + a * e - b * d
    const u = (e - f * h) * x + (c * h - b) * y + b * f - c * e
    const v = (f * g - d) * x + (a - c * g) * y + c * d - a * f
    return [u / w, v / w]
  }
}

/** Answer the square of `size` pixels whose first corner is at (x, y). */
export function square(x: number, y: number, size: number): Corners {
  return [
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ]
}

/** Answer `grey` out of focus: `sigma` pixels along the rows, `down` along the columns. */
export function blurred(grey: Grey, sigma: number, down = sigma): Grey {
  const rows = smeared(Float32Array.from(grey.data), sigma, 1)
  return { ...grey, data: Uint8ClampedArray.from(smeared(rows, down, grey.width)) }
}

function smeared(values: Float32Array, sigma: number, step: number): Float32Array {
  if (sigma === 0) return values
  const reach = Math.ceil(3 * sigma)
  const taps = Array.from({ length: 2 * reach + 1 }, (_, tap) =>
    Math.exp(-((tap - reach) ** 2) / (2 * sigma * sigma)),
  )
  const whole = taps.reduce((total, weight) => total + weight)
  return values.map((_, at) =>
    taps.reduce(
      (sum, weight, tap) => sum + (weight / whole) * (values[at + (tap - reach) * step] ?? WALL),
      0,
    ),
  )
}

/** Paint a dark blot over a round of `grey`. */
export function blotted(grey: Grey, x: number, y: number, radius: number): Grey {
  const data = grey.data.map((shade, at) =>
    Math.hypot((at % grey.width) - x, Math.floor(at / grey.width) - y) < radius ? INK : shade,
  )
  return { ...grey, data }
}
