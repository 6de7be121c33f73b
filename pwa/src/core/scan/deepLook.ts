/**
 * Reads what the decoder cannot: codes of which a corner square or many modules are under dirt or glare, and blurred
 * ones. Finds pairs of corner squares, lays the code's plane through them, and repairs what is doubtful. Pure.
 */
import { settled, type Fit } from '@/core/scan/locate/fit'
import { placesOf } from '@/core/scan/locate/places'
import { planeOf } from '@/core/scan/locate/plane'
import { darknessOf, doubted } from '@/core/scan/modules/darkness'
import { equalised } from '@/core/scan/modules/equalise'
import { modulesSeen } from '@/core/scan/modules/seen'
import { repaired } from '@/core/scan/qr/repair'
import type { Grey } from '@/core/scan/sharpen'

/** The clean code: 1 dark, row by row. */
export interface CleanCode {
  modules: Uint8Array
  fit: Fit
}

const PLACES = 2
/** A place that settles below this is no code (measured: all of those read had more than 1.08). */
const LEAST_FIT = 1.05
/** Reach and crispness by which modules are judged, in turn; those later help fewer codes. */
const WAYS = [
  [4, 0.3],
  [2, 0.3],
  [4, 1],
] as const

/** Answer the code in `grey` made clean, or null. */
export function deepLook(grey: Grey): CleanCode | null {
  for (const place of placesOf(grey, PLACES)) {
    const fit = settled(grey, place)
    const modules = fit.score < LEAST_FIT ? null : cleaned(grey, fit)
    if (modules) return { modules, fit }
  }
  return null
}

function cleaned(grey: Grey, fit: Fit): Uint8Array | null {
  const plane = planeOf(fit.corners)
  if (!plane) return null
  const { side } = fit
  const seen = modulesSeen(grey, plane, fit)
  for (const [reach, crisp] of WAYS) {
    const modules = repaired(doubted(darknessOf(seen, side, reach, crisp), side), side)
    if (modules) return modules
  }
  return repaired(doubted(equalised(grey, plane, fit), side), side)
}
