/** Where things are and which label hangs there, as the server tells it. */

export interface Building {
  id: string
  estate: string
  name: string
  order: number
}

export interface Stairwell {
  id: string
  estate: string
  buildingId: string
  name: string
  order: number
}

/** A place that is visited; `type` names its checklist. */
export interface Place {
  id: string
  estate: string
  type: string
  buildingId: string | null
  stairwellId: string | null
  floor: string | null
  name: string
  active: boolean
}

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

/** Places in walking order, and whose walk it is. */
export interface Route {
  id: string
  estate: string
  name: string
  stewardId: string | null
  placeIds: string[]
  active: boolean
}
