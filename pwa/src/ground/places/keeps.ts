/** What a phone keeps of the register's units: those in which nobody lives (PAT-M4), to know whose meters must stand still. */
import type { EmptyUnit } from '@/ground/places/types'

/** Whose owner is only deemed to have moved in has not; who is let a unit uses its water. */
const EMPTY: readonly unknown[] = ['vacant_unsold', 'sold_not_moved_in', 'deemed_moved_in', 'idle']

/** Answer what is kept of a unit as the server tells it, or null when its water may run: lived in, or renovated. */
export function emptyUnitOf(
  told: Record<string, unknown>,
): Omit<EmptyUnit, 'id' | 'estate'> | null {
  const { stairwellId, floor, number, status, renovating } = told
  if (renovating || !EMPTY.includes(status)) return null
  return { stairwellId, floor, number } as Omit<EmptyUnit, 'id' | 'estate'>
}
