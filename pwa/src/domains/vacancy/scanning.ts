/** From a scanned code to a vacant unit, or to the reason why not. Pure. */
import { KEY_TAG, UNIT_TAG } from '@/ground/labels/rules'
import type { Label } from '@/ground/labels/types'
import type { UnitCase } from './walk'

/**
 * unknown: not on this phone · revoked: replaced · elsewhere: another estate
 * not_a_unit: hangs at something else · not_vacant: of a unit that nobody checks
 */
export type UnitTrouble = 'unknown' | 'revoked' | 'elsewhere' | 'not_a_unit' | 'not_vacant'

export type UnitRead =
  { what: 'unit'; one: UnitCase } | { what: 'keys' } | { what: 'trouble'; why: UnitTrouble }

/** What codes are read against. */
export interface Known {
  estate: string
  labels: ReadonlyMap<string, Label>
  byId: ReadonlyMap<string, UnitCase>
}

/** Answer what a code stands for. An idle unit is an owner's home: no check is offered there (`vacancy.md` 1). */
export function readingOf(code: string, { estate, labels, byId }: Known): UnitRead {
  const trouble = (why: UnitTrouble): UnitRead => ({ what: 'trouble', why })
  const label = labels.get(code)
  if (!label) return trouble('unknown')
  if (label.estate !== estate) return trouble('elsewhere')
  if (label.state === 'revoked') return trouble('revoked')
  if (label.targetKind === KEY_TAG) return { what: 'keys' }
  if (label.targetKind !== UNIT_TAG) return trouble('not_a_unit')
  const one = byId.get(label.targetId)
  return one?.unit.inRegime ? { what: 'unit', one } : trouble('not_vacant')
}
