/** Labels as the server tells them. */

/** A code on a wall. A reprint is `printed` until its first scan at the place makes it `active`. */
export interface Label {
  id: string
  estate: string
  code: string
  /** What it hangs at; `blank` until it is claimed on site. */
  targetKind: string
  targetId: string
  /** Where at the place, when it has several: 上, 下; '' for the only one. */
  spot: string
  generation: number
  state: 'printed' | 'active' | 'revoked'
  revokedAt: string | null
  reason: string | null
}
