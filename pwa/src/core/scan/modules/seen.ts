/** The brightness of each module of a code. Pure. */
import type { Fit } from '@/core/scan/locate/fit'
import type { Plane } from '@/core/scan/locate/plane'
import { sampled } from '@/core/scan/locate/sample'
import type { Grey } from '@/core/scan/sharpen'

/** Of a module, how far from its centre it is looked at: at its edges the neighbours shine in. */
const SPREAD = 0.2
const LOOKS = [
  [0, 0],
  [-SPREAD, -SPREAD],
  [SPREAD, -SPREAD],
  [-SPREAD, SPREAD],
  [SPREAD, SPREAD],
] as const

/** Answer each module's brightness, row by row; turned over for an inverted code. */
export function modulesSeen(grey: Grey, plane: Plane, { side, inverted }: Fit): Float32Array {
  const seen = new Float32Array(side * side)
  for (let at = 0; at < seen.length; at++) {
    const [row, column] = [Math.floor(at / side), at % side]
    let sum = 0
    for (const [x, y] of LOOKS)
      sum += sampled(grey, plane, (column + 0.5 + x) / side, (row + 0.5 + y) / side)
    seen[at] = inverted ? 255 - sum / LOOKS.length : sum / LOOKS.length
  }
  return seen
}
