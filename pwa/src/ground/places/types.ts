/** Where things are, as the server tells it. */

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

/** Places in walking order, and whose walk it is. */
export interface Route {
  id: string
  estate: string
  name: string
  stewardId: string | null
  placeIds: string[]
  active: boolean
}
