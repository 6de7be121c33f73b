/** Tells a scanner that types (keyboard wedge) from a person who does: no hand is that fast. Pure. */

/** Between two keys of a scanner; a fast typist needs 80 ms. */
const GAP_MS = 50
/** Shorter than any label's code. */
const LEAST_KEYS = 8

/** Answer what takes each key and its moment (ms) and gives the whole text at the scanner's Enter, else null. */
export function wedgeReader(): (key: string, at: number) => string | null {
  let typed = ''
  let last = -Infinity
  return (key, at) => {
    const slow = at - last > GAP_MS
    last = at
    if (slow) typed = ''
    if (key === 'Enter') {
      const text = typed
      typed = ''
      return text.length >= LEAST_KEYS ? text : null
    }
    if (key.length === 1) typed += key
    return null
  }
}
