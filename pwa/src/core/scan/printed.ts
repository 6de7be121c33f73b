/** A clean code as a picture, for the decoder to have the last word. Pure. */
import type { Pixels } from '@/core/scan/types'

/** Pixels a module, and light modules around the code. */
const MODULE = 3
const QUIET = 4

/** Answer the picture of `modules` (1 dark, row by row). */
export function printed(modules: Uint8Array, side: number): Pixels {
  const width = (side + 2 * QUIET) * MODULE
  const pixels = new Uint32Array(width * width).fill(0xffffffff)
  for (let at = 0; at < (side * MODULE) ** 2; at++) {
    const [y, x] = [Math.floor(at / (side * MODULE)), at % (side * MODULE)]
    const dark = modules[Math.floor(y / MODULE) * side + Math.floor(x / MODULE)] === 1
    if (dark) pixels[(y + QUIET * MODULE) * width + x + QUIET * MODULE] = 0xff000000
  }
  return { data: new Uint8ClampedArray(pixels.buffer), width, height: width }
}
