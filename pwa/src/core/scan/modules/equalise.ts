/**
 * Undoes the blur of one code by what it says about itself: about a third of its modules are the same in every code.
 * They teach a filter from the brightness around a module to its shade; the filter then judges all the others. Pure.
 */
import type { Fit } from '@/core/scan/locate/fit'
import type { Plane } from '@/core/scan/locate/plane'
import { sampled } from '@/core/scan/locate/sample'
import { solved } from '@/core/scan/modules/solve'
import { DATA, FORMAT, layoutOf } from '@/core/scan/qr/layout'
import type { Grey } from '@/core/scan/sharpen'

/** Looks a module, in each direction. */
const FINE = 2
/** Looks to each side of a module's centre that the filter weighs. */
const REACH = 3
const TAPS = 2 * REACH + 1
const WEIGHTS = TAPS * TAPS + 1
/** Keeps the filter from learning noise by heart. */
const RIDGE = 3

/** Answer a signed certainty a module: 1 surely dark, -1 surely light. */
export function equalised(grey: Grey, plane: Plane, fit: Fit): Float32Array {
  const { side } = fit
  const fine = normalised(finely(grey, plane, side), fit.inverted)
  const weights = taught(fine, fit)
  const around = new Float64Array(WEIGHTS)
  return Float32Array.from({ length: side * side }, (_, at) => {
    look(fine, side, at, around)
    let dark = 0
    for (let tap = 0; tap < WEIGHTS; tap++) dark += (around[tap] ?? 0) * (weights[tap] ?? 0)
    return Math.max(-1, Math.min(1, dark))
  })
}

/** Answer the brightness between and beyond the modules' centres. */
function finely(grey: Grey, plane: Plane, side: number): Float32Array {
  const span = spanOf(side)
  const place = (at: number) => ((at - REACH) / FINE + 0.5) / side
  return Float32Array.from({ length: span * span }, (_, at) =>
    sampled(grey, plane, place(at % span), place(Math.floor(at / span))),
  )
}

function spanOf(side: number): number {
  return FINE * (side - 1) + 1 + 2 * REACH
}

function normalised(values: Float32Array, inverted: boolean): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  const scale = (inverted ? -1 : 1) / Math.sqrt(Math.max(1, square))
  return values.map((value) => (mean - value) * scale)
}

/** Write the looks around a module, and a 1 for the constant, into `around`. */
function look(fine: Float32Array, side: number, at: number, around: Float64Array): void {
  const span = spanOf(side)
  const first = Math.floor(at / side) * FINE * span + (at % side) * FINE
  for (let tap = 0; tap < TAPS * TAPS; tap++)
    around[tap] = fine[first + Math.floor(tap / TAPS) * span + (tap % TAPS)] ?? 0
  around[TAPS * TAPS] = 1
}

/** Least squares over the fixed modules, by the normal equations. */
function taught(fine: Float32Array, { side }: Fit): Float64Array {
  const matrix = new Float64Array(WEIGHTS * WEIGHTS)
  const right = new Float64Array(WEIGHTS)
  const around = new Float64Array(WEIGHTS)
  layoutOf(side).fixed.forEach((shade, at) => {
    if (shade === DATA || shade === FORMAT) return
    look(fine, side, at, around)
    for (let row = 0; row < WEIGHTS; row++) {
      const value = around[row] ?? 0
      right[row] = (right[row] ?? 0) + (shade === 1 ? value : -value)
      for (let column = 0; column <= row; column++) {
        const place = row * WEIGHTS + column
        matrix[place] = (matrix[place] ?? 0) + value * (around[column] ?? 0)
      }
    }
  })
  for (let row = 0; row < WEIGHTS; row++) {
    const place = row * WEIGHTS + row
    matrix[place] = (matrix[place] ?? 0) + RIDGE
  }
  return solved(matrix, right)
}
