/** Where in a frame codes lie. Pure. */
import { findersOf, type Finder } from '@/core/scan/locate/finders'
import { scoreOf, type Fit } from '@/core/scan/locate/fit'
import { guessesFrom } from '@/core/scan/locate/guesses'
import { between, slantOf } from '@/core/scan/locate/slant'
import { thresholdOf } from '@/core/scan/locate/threshold'
import type { Grey } from '@/core/scan/sharpen'

/** Two squares of one code differ in size by no more, however it is tilted. */
const UNLIKE = 1.9
/** Least and most modules between two squares' centres, with slack for slant. */
const CLOSE = 7
const FAR = 60
/** A guess below this is never a code (measured: the least of those read had 0.6). */
const LEAST = 0.35

/** Answer the likeliest places of codes, the best first, at most `most`; they are guesses yet to be settled. */
export function placesOf(grey: Grey, most: number): Fit[] {
  const threshold = thresholdOf(grey)
  const finders = findersOf(grey, threshold)
  const slants = finders.map((finder) => slantOf(grey, threshold, finder))
  const fits: Fit[] = []
  finders.forEach((a, i) =>
    finders.slice(i + 1).forEach((b, j) => {
      const [one, other] = [slants[i], slants[i + 1 + j]]
      if (!one || !other || !mayBelong(a, b)) return
      for (const guess of guessesFrom(a, b, between(one, other), finders))
        fits.push({ ...guess, score: scoreOf(grey, guess) })
    }),
  )
  fits.sort((a, b) => b.score - a.score)
  return distinct(
    fits.filter(({ score }) => score > LEAST),
    most,
  )
}

function mayBelong(a: Finder, b: Finder): boolean {
  const away = (2 * Math.hypot(a.x - b.x, a.y - b.y)) / (a.module + b.module)
  return (
    a.inverted === b.inverted &&
    a.module < UNLIKE * b.module &&
    b.module < UNLIKE * a.module &&
    away > CLOSE &&
    away < FAR
  )
}

/** Two pairs of one code guess the same place. */
function distinct(fits: readonly Fit[], most: number): Fit[] {
  const kept: Fit[] = []
  for (const fit of fits) {
    if (kept.length === most) break
    if (!kept.some((other) => isSamePlace(fit, other))) kept.push(fit)
  }
  return kept
}

function isSamePlace(a: Fit, b: Fit): boolean {
  const [p, q] = a.corners
  const near = 0.1 * Math.hypot(p.x - q.x, p.y - q.y)
  return (
    a.side === b.side &&
    a.inverted === b.inverted &&
    a.corners.every((corner, at) => {
      const other = b.corners[at] ?? corner
      return Math.hypot(corner.x - other.x, corner.y - other.y) < near
    })
  )
}
