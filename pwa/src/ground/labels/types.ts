/** Labels as the server tells them. */

/** A code on a wall. A reprint is `printed` until its first scan at the place makes it `active`. */
export interface Label {
  id: string
  estate: string
  code: string
  targetKind: string
  targetId: string
  generation: number
  state: 'printed' | 'active' | 'revoked'
  revokedAt: string | null
  reason: string | null
}
