/** How often frames are looked at: at once while somebody aims, seldom when there is nothing to see. Pure. */

/** From here on the phone lies somewhere, or is carried about. */
const IDLE_MS = 20_000
/** A picture that stays the same for this long has been looked at well enough. */
const STILL_MS = 1500
/** A look a blink is soon enough then, and a third of the power. */
const IDLE_PAUSE_MS = 300
/** Nobody should wait for a rest while the label comes into view. */
const FRESH_MS = 5000
/** A look that took long is followed by a rest as long as a part of it, so that a slow phone keeps cool. */
const REST = 0.5
const MOST_REST_MS = 150

/** All in ms. */
export interface Pace {
  /** What the look took. */
  took: number
  /** Since when nothing was read. */
  nothing: number
  /** Since when nothing moved. */
  still: number
}

/** Answer how long to rest after a look, in ms. */
export function restAfter({ took, nothing, still }: Pace): number {
  if (nothing > IDLE_MS || still > STILL_MS) return IDLE_PAUSE_MS
  return nothing < FRESH_MS ? 0 : Math.min(MOST_REST_MS, REST * took)
}
