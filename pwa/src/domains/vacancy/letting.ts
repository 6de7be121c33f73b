/** Letting units that have long been vacant (`vacancy.md` 8), as the server tells it. Pure. */
import type { Day } from '@/ground/calendar/rules'

/** Somebody who would rent. */
export interface Wish {
  id: string
  unitId: string | null
  unit: string | null
  name: string
  phone: string
  text: string
  notedOn: Day
  byName: string
}

/** What the developer answered; a yes has the number of its paper. */
export interface Consent {
  id: string
  unitId: string
  unit: string
  askedOn: Day
  granted: boolean
  answeredOn: Day
  paperNo: string
  until: Day | null
  note: string
  byName: string
}

export interface Letting {
  id: string
  unitId: string
  unit: string
  consentId: string
  tenant: string
  contractNo: string
  beginsOn: Day
  until: Day | null
  keysHandedOver: boolean
  note: string
  byName: string
  endedOn: Day | null
  endedBecause: string | null
}

export interface Lettings {
  long: { unitId: string; unit: string; days: number }[]
  /** Newest first, as the others. */
  wishes: Wish[]
  consents: Consent[]
  lettings: Letting[]
}

/** Answer by unit the developer's newest answer. */
export function newestConsents(consents: readonly Consent[]): Map<string, Consent> {
  return new Map([...consents].reverse().map((one) => [one.unitId, one]))
}

/** Answer the letting of a unit that is not over. */
export const runningIn = (lettings: readonly Letting[], unitId: string) =>
  lettings.find((one) => one.unitId === unitId && one.endedOn === null)

/** Answer the consents by which a unit can be let today: the newest of its unit, a yes that still holds, not yet used. */
export function usable({ consents, lettings }: Lettings, today: Day): Consent[] {
  return [...newestConsents(consents).values()].filter(
    ({ unitId, granted, until }) =>
      granted && (until === null || until >= today) && !runningIn(lettings, unitId),
  )
}
