/** What a signature has seen: every item of the finding's history that was on the screen (`protocol.md` 10). Pure. */
import { repairOf, verificationOf } from './machine'
import type { Case } from './types'

export interface Seen {
  id: string
  sha256: string
}

/** Answer the items that a signature names, or null while the server has not told repair and verification. */
export function seenBy(found: Case): Seen[] | null {
  const repair = repairOf(found) ?? found.report
  const needed = [repair, verificationOf(found)]
  if (!needed.every((one) => one?.sha256)) return null
  return [found.report, ...found.acts].flatMap((one) =>
    one?.sha256 ? [{ id: one.id, sha256: one.sha256 }] : [],
  )
}
