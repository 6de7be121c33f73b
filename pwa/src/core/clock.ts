/** What time it is by this phone, and how far that may be off (`protocol.md` 7). The only place that asks. */
import { newId } from '@/core/ids'

/** This load of the page; steady time compares only within one. */
export const page = newId()

let offsetMs = 0

/** Take over how far the phone's clock is off: the server's time minus the phone's, at the last contact. */
export function learnOffset(ms: number): void {
  offsetMs = ms
}

/** Answer the moment by the phone's clock: what records carry. */
export function now(): Date {
  return new Date()
}

/** Answer a moment of the phone's clock as the server would tell it; days and rounds are judged by it. */
export function corrected(moment: Date = now()): Date {
  return new Date(moment.getTime() + offsetMs)
}

/** Answer milliseconds since the page was loaded, untouched by whoever sets the clock. */
export function elapsedMs(): number {
  return Math.round(performance.now())
}
