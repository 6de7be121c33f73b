/** Keeps a label that stays in view from being read again and again. Pure. */

/** A text not seen for this long is a new look at it. */
const SAME_LOOK_MS = 2000

export interface Looks {
  /** Say whether `text`, seen at `at` (ms), is a new look at a label. */
  isNew(text: string, at: number): boolean
  /** Reading begins again at `at`: what was read last may still be in view. */
  resume(at: number): void
}

/** Answer a memory of the label seen last. */
export function newLooks(sameLookMs = SAME_LOOK_MS): Looks {
  let last = { text: '', at: -Infinity }
  return {
    isNew(text, at) {
      const same = last.text === text && at - last.at < sameLookMs
      last = { text, at }
      return !same
    },
    resume(at) {
      last = { ...last, at }
    },
  }
}
