/** Who is let in without a network, until when, and what the next person may find here. Pure. */
import type { Entry, Me } from '@/core/session/table'

const KEPT_MS = 14 * 86_400_000
export const MOST_TRIES = 5

/** `locked`: too many wrong passwords, only the network opens it. `over`: not here for too long. */
export type Standing = 'open' | 'locked' | 'over'

/** Answer whether an entry lets its person in at the moment `at`. A clock put back buys no days beyond the limit. */
export function standingOf({ usedAt, tries }: Entry, at: Date): Standing {
  // Written so that a moment which is none counts as too long ago.
  if (!(Math.abs(at.getTime() - Date.parse(usedAt)) < KEPT_MS)) return 'over'
  return tries < MOST_TRIES ? 'open' : 'locked'
}

/** Answer how many wrong passwords are left after these tries. */
export function triesLeft(tries: number): number {
  return Math.max(0, MOST_TRIES - tries)
}

/**
 * Answer the estates whose copies the next person may find: where both are the same. The server tells copies by estate
 * and role, so a different role may hold less.
 */
export function estatesInCommon(before: Me | undefined, next: Me): string[] {
  const roles = new Map(before?.estates.map(({ id, role }) => [id, role]))
  return next.estates.filter(({ id, role }) => roles.get(id) === role).map(({ id }) => id)
}
