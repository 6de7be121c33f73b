/** Why something could not be kept on the phone. The words stand in `core/text` under `core.notKept.*`. */

/** full: no space. nobody: not signed in. handed: to another person, in another tab. closed: another tab has a newer app. unread: not found again. broken: else. */
export type WhyNotKept = 'full' | 'nobody' | 'handed' | 'closed' | 'unread' | 'broken'

/** Nothing was kept; what the person entered is still only on the screen. */
export class NotKept extends Error {
  constructor(
    readonly why: WhyNotKept,
    cause?: unknown,
  ) {
    super(why, { cause })
    this.name = 'NotKept'
  }
}

const NAMES: Record<string, WhyNotKept> = {
  QuotaExceededError: 'full',
  DatabaseClosedError: 'closed',
  VersionError: 'closed',
}

/** Answer what a failure of the store means. Dexie hides the browser's error in `inner` when a transaction aborts. */
export function whyNotKept(error: unknown): WhyNotKept {
  if (error instanceof NotKept) return error.why
  const { name = '', inner } = (error ?? {}) as { name?: string; inner?: { name?: string } }
  return NAMES[name] ?? NAMES[inner?.name ?? ''] ?? 'broken'
}
