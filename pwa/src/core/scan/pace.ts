/** How often frames are looked at: at once while somebody aims, seldom when nothing is in view for long. Pure. */

/** From here on the phone lies somewhere, or is carried about. */
const IDLE_MS = 20_000
/** A look a blink is soon enough then, and a third of the power. */
const IDLE_PAUSE_MS = 300
/** A look that took long is followed by a rest as long as a part of it, so that a slow phone keeps cool. */
const REST = 0.5
const MOST_REST_MS = 150

/**
 * Answer how long to rest after a look, in ms.
 *
 * tookMs     what the look took
 * nothingMs  since when nothing was read or located
 */
export function restAfter(tookMs: number, nothingMs: number): number {
  if (nothingMs > IDLE_MS) return IDLE_PAUSE_MS
  return Math.min(MOST_REST_MS, REST * tookMs)
}
