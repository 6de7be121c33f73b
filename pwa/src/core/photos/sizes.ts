/** How large a kept photo may be, and how to get there in few tries. Pure. */

export const LONG_EDGE = 1600
export const MAX_BYTES = 300_000

export const FIRST_QUALITY = 0.82
/** Below this, blocks are easier to see than a crack in a wall: rather fewer pixels. */
const LEAST_QUALITY = 0.45

/** What to try next; `shrink` says the edges must go down by this factor too. */
export interface Attempt {
  quality: number
  shrink: number
}

export interface Size {
  width: number
  height: number
}

/** Answer `size` made to fit into a square of `longEdge`, never made larger. */
export function fitted({ width, height }: Size, longEdge = LONG_EDGE): Size {
  const scale = Math.min(1, longEdge / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/**
 * Answer what to try after `quality` gave `bytes`, which were too many.
 *
 * Bytes fall about as the quality does above 0.45; below it the picture itself gets smaller.
 */
export function nextAttempt(quality: number, bytes: number): Attempt {
  const ratio = (MAX_BYTES / bytes) * 0.95
  const lower = quality * Math.min(ratio, 0.9)
  if (lower >= LEAST_QUALITY) return { quality: lower, shrink: 1 }
  return { quality: LEAST_QUALITY, shrink: quality > LEAST_QUALITY ? 1 : Math.sqrt(ratio) }
}
