/** Whether the rehearsal was seen, or put away, on this phone. */
import { shallowRef } from 'vue'

const PLACE = 'rounds.rehearsed'

/** Seen once, it is no longer offered. */
export const rehearsed = shallowRef(localStorage.getItem(PLACE) !== null)

/** Never offer it again on this phone. */
export function noteRehearsed(): void {
  localStorage.setItem(PLACE, 'yes')
  rehearsed.value = true
}
