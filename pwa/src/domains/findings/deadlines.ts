/** How near the end of a time limit is: it shows what is left, is amber from 80 % on and red when passed (`issues.md` 3). */

import type { Due } from '@/domains/findings/types'

export type Pressure = 'calm' | 'near' | 'over'

const NEAR = 0.8

/** Answer how a limit stands at `now`. */
export function pressureOf({ from, dueAt }: Due, now: Date): Pressure {
  const [start, end] = [Date.parse(from), Date.parse(dueAt)]
  if (now.getTime() > end) return 'over'
  return now.getTime() - start >= NEAR * (end - start) ? 'near' : 'calm'
}

/** Answer the limit that ends first, or undefined where none runs. */
export function nextDue(due: readonly Due[]): Due | undefined {
  return due.reduce<Due | undefined>(
    (first, one) => (first && first.dueAt <= one.dueAt ? first : one),
    undefined,
  )
}
