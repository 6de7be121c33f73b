/** How long to wait before the next try. Pure. */

/** A line that was just cut is often there again at once. */
const CUT_MS = 400
const FIRST_MS = 5_000
const LONGEST_MS = 5 * 60_000

/**
 * Answer the wait after `failures` failed tries in a row: doubling up to five minutes, and spread, so that a centre's
 * phones do not all come back in the same second. Never shorter than what the server asked for.
 *
 * failures  0 when the try ended early but got something through
 * spread    0…1, a random number
 * askedMs   how long the server asked to be left alone, 0 when it did not
 */
export function waitAfter(failures: number, spread: number, askedMs = 0): number {
  const grown = failures === 0 ? CUT_MS : Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return Math.round(Math.max(grown * (0.5 + spread), askedMs * (1 + spread)))
}
