/** A unit as the server tells it. Areas are in hundredths of a square metre; days are the estate's. */

export interface Unit {
  id: string
  buildingId: string
  building: string
  stairwellId: string
  stairwell: string
  floor: number
  number: string
  area: number | null
  status: string
  renovating: boolean
  receivedOn: string | null
  since: string | null
}

/** A unit that the phone holds: nobody lives there, more is not known of it. */
export type HeldUnit = Pick<Unit, 'id' | 'buildingId' | 'building' | 'stairwell' | 'number'> & {
  status: null
}

/** A unit as it is found by its number: whole with a network, else what the phone holds. */
export type FoundUnit = Unit | HeldUnit

/** What a unit was, and by whose word. */
export interface StatusOnce {
  status: string
  renovating: boolean
  since: string | null
  reason: string
  source: string
  byName: string | null
  at: string
}

export type UnitWithHistory = Unit & { history: StatusOnce[] }

export interface UnitPage {
  units: Unit[]
  next: string | null
  counts: Record<string, number>
  renovating: number
}

/** What a unit becomes, as a person says it. */
export interface StatusChange {
  status: string
  renovating: boolean
  since: string | null
  reason: string
}
