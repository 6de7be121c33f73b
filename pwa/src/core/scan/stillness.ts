/** Whether the picture moves: a phone put down, or held at a bare wall, need not look at every frame. Pure. */
import type { Pixels } from '@/core/scan/types'

/** The picture is compared as so many cells across and down. */
const ACROSS = 16
const DOWN = 9
/** Every so many pixels of a cell, in each direction, say enough. */
const STEP = 4

export interface MotionWatch {
  /** Answer by how many grey levels, in the mean over all cells, `picture` differs from the one before. */
  change(picture: Pixels): number
}

/** Answer a watch to which the first picture is all new. */
export function newMotionWatch(): MotionWatch {
  let before: Float32Array | undefined
  return {
    change(picture) {
      const cells = cellsOf(picture)
      const old = before
      before = cells
      if (!old) return 255
      let sum = 0
      for (let at = 0; at < cells.length; at++) sum += Math.abs((cells[at] ?? 0) - (old[at] ?? 0))
      return sum / cells.length
    },
  }
}

function cellsOf({ data, width, height }: Pixels): Float32Array {
  const sums = new Float32Array(ACROSS * DOWN)
  const counts = new Float32Array(ACROSS * DOWN)
  for (let y = 0; y < height; y += STEP) {
    const row = Math.floor((y * DOWN) / height) * ACROSS
    for (let x = 0; x < width; x += STEP) {
      const cell = row + Math.floor((x * ACROSS) / width)
      // Green alone: it is most of what the eye calls bright.
      sums[cell] = (sums[cell] ?? 0) + (data[4 * (y * width + x) + 1] ?? 0)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell] ?? 1))
}
