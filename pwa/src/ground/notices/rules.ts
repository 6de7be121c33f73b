/** Which notices are shown, and which are new. Pure. */
import type { Notice } from '@/ground/notices/types'

/** The server forgets them no sooner; a phone that was away shows no older ones. */
const SHOWN_DAYS = 30

/** Answer the notices to show, newest first. */
export function shown(notices: readonly Notice[], now: Date): Notice[] {
  const since = now.getTime() - SHOWN_DAYS * 24 * 3600_000
  return notices
    .filter(({ at }) => Date.parse(at) >= since)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

/** Say whether a notice came after what was read last, '' for never. */
export function isNew(notice: Notice, readUpTo: string): boolean {
  return readUpTo === '' || Date.parse(notice.at) > Date.parse(readUpTo)
}
