/** Five runs of dark and light in a line, as a corner square makes them: 1 : 1 : 3 : 1 : 1. Pure. */

export type Runs = [number, number, number, number, number]

/** Less than this in all, a square is smaller than can be read. */
const LEAST = 9

/** Answer the pixels of all five. */
export function lengthOf(runs: Runs): number {
  return runs[0] + runs[1] + runs[2] + runs[3] + runs[4]
}

/** Say whether these are the runs of a corner square, as far as blur leaves them so. */
export function isSquare(runs: Runs): boolean {
  // Most runs are of anything else: out with them at once.
  if (runs[2] <= runs[1] || runs[2] <= runs[3]) return false
  const length = lengthOf(runs)
  if (length < LEAST || runs[0] === 0) return false
  const module = length / 7
  const slack = 0.6 * module + 0.4
  return (
    Math.abs(runs[2] - 3 * module) < 1.6 * slack &&
    Math.abs(runs[1] - module) < slack &&
    Math.abs(runs[3] - module) < slack &&
    // Dirt and blur reach the outer ones from outside.
    Math.abs(runs[0] - module) < slack + 0.3 * module &&
    Math.abs(runs[4] - module) < slack + 0.3 * module
  )
}
