/** What counts as dark: darker than the mean of the surroundings, block by block. Pure. */
import type { Grey } from '@/core/scan/sharpen'

export interface Threshold {
  levels: Uint8Array
  /** Blocks a row. */
  across: number
  /** A pixel's block is its place shifted right by this. */
  shift: number
}

/** Blocks to each side that count as surroundings. */
const REACH = 3
/** From this width on blocks are 16 pixels wide instead of 8: the same label has more pixels. */
const LARGE = 1400

/** Answer the threshold of every block of `grey`. */
export function thresholdOf(grey: Grey): Threshold {
  const shift = grey.width > LARGE ? 4 : 3
  const across = ((grey.width - 1) >> shift) + 1
  const down = ((grey.height - 1) >> shift) + 1
  const means = blockMeans(grey, shift, across, down)
  const rows = smoothed(means, across, down, 1, across)
  return { levels: Uint8Array.from(smoothed(rows, down, across, across, 1)), across, shift }
}

/** Say whether the pixel is dark, or light when `inverted`. */
export function isDark(
  { data, width }: Grey,
  { levels, across, shift }: Threshold,
  x: number,
  y: number,
  inverted: boolean,
): boolean {
  const level = levels[(y >> shift) * across + (x >> shift)] ?? 0
  return (data[y * width + x] ?? 0) < level !== inverted
}

/** Every second pixel of every second row says enough. */
function blockMeans(grey: Grey, shift: number, across: number, down: number): Float32Array {
  const { data, width, height } = grey
  const sums = new Float32Array(across * down)
  const counts = new Float32Array(across * down)
  for (let y = 0; y < height; y += 2)
    for (let block = 0; block < across; block++) {
      const from = block << shift
      const end = Math.min(width, from + (1 << shift))
      const at = (y >> shift) * across + block
      let sum = 0
      for (let x = from; x < end; x += 2) sum += data[y * width + x] ?? 0
      sums[at] = (sums[at] ?? 0) + sum
      counts[at] = (counts[at] ?? 0) + ((end - from + 1) >> 1)
    }
  return sums.map((sum, at) => sum / (counts[at] ?? 1))
}

/** Answer the mean of each value and its neighbours in one direction. */
function smoothed(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
): Float32Array {
  const answer = new Float32Array(values.length)
  for (let line = 0; line < lines; line++)
    for (let at = 0; at < length; at++) {
      const from = Math.max(0, at - REACH)
      const to = Math.min(length - 1, at + REACH)
      let sum = 0
      for (let near = from; near <= to; near++) sum += values[line * stride + near * step] ?? 0
      answer[line * stride + at * step] = sum / (to - from + 1)
    }
  return answer
}
