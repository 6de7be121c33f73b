/** The page the app was left at: opened from the home screen again, also without a network, it goes on there. */
import type { Router } from 'vue-router'

import { now } from '@/core/clock'

interface Left {
  path: string
  by: string
  at: string
}

const PLACE = 'rounds.lastPage'
/** Next morning a person starts with the day, not where the evening ended. */
const KEPT_MS = 8 * 3_600_000
/** A camera that opens by itself frightens, and costs battery. */
const NEVER = ['/', '/scan', '/keys/scan', '/labels/hang', '/ready']

/** Note each page a signed-in person goes to; `by` answers who that is. */
export function rememberPages(router: Router, by: () => string | undefined): void {
  router.afterEach((to, _from, failure) => {
    const person = by()
    if (failure || !person || to.meta.open || NEVER.includes(to.path)) return
    const left: Left = { path: to.fullPath, by: person, at: now().toISOString() }
    localStorage.setItem(PLACE, JSON.stringify(left))
  })
}

/** Answer the page this person left not long ago, or null. */
export function lastPageOf(person: string | undefined): string | null {
  const left = read()
  if (!left || left.by !== person) return null
  return now().getTime() - Date.parse(left.at) < KEPT_MS ? left.path : null
}

/** Answer whether anybody ever worked on this phone; no name is told. */
export function someoneWasHere(): boolean {
  return read() !== null
}

function read(): Left | null {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Left | null
  } catch {
    // Private mode may forbid the place, or somebody wrote nonsense there: the day is a good start too.
    return null
  }
}
