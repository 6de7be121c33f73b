/** Keeps a label that stays in view from being read again and again. Pure. */

/** A text not seen for this long is a new look at it. */
const SAME_LOOK_MS = 2000

/** Answer a filter: it says whether `text`, seen at `at` (ms), is a new look at a label. */
export function newLooks(sameLookMs = SAME_LOOK_MS): (text: string, at: number) => boolean {
  let last: { text: string; at: number } | undefined
  return (text, at) => {
    const same = last?.text === text && at - last.at < sameLookMs
    last = { text, at }
    return !same
  }
}
