/** What time it is by this phone, and how far that may be off (`protocol.md` 7). The only place that asks. */
import { newId } from '@/core/ids'

/** This load of the page; steady time compares only within one. */
export const page = newId()

/** Answer the moment by the phone's clock. */
export function now(): Date {
  return new Date()
}

/** Answer milliseconds since the page was loaded, untouched by whoever sets the clock. */
export function elapsedMs(): number {
  return Math.round(performance.now())
}
