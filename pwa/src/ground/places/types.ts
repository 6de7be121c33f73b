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

/** A unit in which nobody lives: all that a phone keeps of the register. */
export interface EmptyUnit {
  id: string
  estate: string
  stairwellId: string
  floor: number
  number: string
}

/** A place that is visited; `type` names its checklist. */
export interface Place {
  id: string
  estate: string
  type: string
  buildingId: string | null
  stairwellId: string | null
  floor: number | null
  name: string
  active: boolean
}

/** How often a place of a route is visited (`patrol.md` 2). */
export type Frequency = 'every_round' | 'daily' | 'weekly'

/** By place; what is not in it is visited on every round. */
export type Frequencies = Readonly<Record<string, Frequency>>

/** Places in walking order, and whose walk it is. */
export interface Route {
  id: string
  estate: string
  name: string
  stewardId: string | null
  placeIds: string[]
  /** An older server told none. */
  frequencies?: Frequencies
  active: boolean
}

/** A place that the register suggests and nobody has made yet. */
export interface Proposal {
  key: string
  type: string
  name: string
  building: string
  stairwell: string | null
  floor: number | null
  /** Ticked unless a person says otherwise. */
  default: boolean
}

/** A route as a person wants it to be. */
export interface RouteDraft {
  name: string
  stewardId: string | null
  placeIds: string[]
  frequencies: Frequencies
  active: boolean
}
