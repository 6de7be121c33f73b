/** What was noted of something abnormal: what does not fit in it, and what a meter read before. Pure; twin of the server's. */
import type { Details } from '@/ground/checklists/types'

/** Nothing to be read there is an answer too, and better than an invented number. */
export const UNREADABLE = 'unreadable'

export type Doubt = 'expiry_unclear' | 'plate_unclear' | 'reading_lower' | 'reading_unclear'

/** A meter as it was read before. Meters of a place are told apart by number or unit. */
export interface Reading {
  item: string
  number: string | null
  unit: string | null
  reading: string
  at: string
}

const PLATE_SIGNS = 5
const noted = (text: string | null) => (text === null || text === UNREADABLE ? '' : text)

/** Answer the number that is written, or null when it is none. */
export function numberIn(text: string | null): number | null {
  const plain = text?.trim() ?? ''
  return /^[0-9]{1,12}(\.[0-9]{1,4})?$/.test(plain) ? Number(plain) : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const lettersIn = (text: string) => [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length

/**
 * Answer what does not fit, sorted. It is told beside the field and never holds anybody up.
 *
 * previous  the meter's reading before, or null
 */
export function doubtsIn(details: Details, previous: string | null): Doubt[] {
  const [reading, expiry, plate] = [details.reading, details.expiry, details.plate].map(noted)
  const now = numberIn(reading ?? '')
  const before = numberIn(previous)
  const doubts: Record<Doubt, boolean> = {
    expiry_unclear: !!expiry && !isDay(expiry),
    plate_unclear: !!plate && lettersIn(plate) < PLATE_SIGNS,
    reading_lower: before !== null && now !== null && now < before,
    reading_unclear: !!reading && now === null,
  }
  return (Object.keys(doubts) as Doubt[]).filter((doubt) => doubts[doubt])
}

function isSameMeter(one: Reading, details: Details): boolean {
  const [number, unit, before] = [details.number, details.unit, one.number].map(noted)
  return number && before ? before === number : unit !== '' && one.unit === unit
}

/** Answer the newest reading of the meter that `details` names, among those known of its place. */
export function previousReading(
  item: string,
  details: Details,
  known: readonly Reading[],
): Reading | null {
  return known
    .filter((one) => one.item === item && noted(one.reading) && isSameMeter(one, details))
    .reduce<Reading | null>((newest, one) => (newest && newest.at > one.at ? newest : one), null)
}
