/** Care done besides a check (`vacancy.md` 6): which units a task is for, and what is sent of it. Pure. */
import { dayOf } from '@/ground/calendar/rules'
import { CARE_TASKS, type CareTaskId } from './plan'
import type { VacantUnit } from './types'

/** Valves are shut on every check (SE-09); that is not written down apart. */
export const NOTED_TASKS = CARE_TASKS.filter((task) => task !== 'SE-09')
/** Cleaning is done by its department: it is told first (SE-07). */
export const CLEANING: CareTaskId = 'SE-07'
/** Appliances are run, and the power is off afterwards (SE-06, VAC-R05). */
export const APPLIANCE_RUN: CareTaskId = 'SE-06'

/** Body of `vacancy.care`. */
export interface CareBody {
  careId: string
  task: CareTaskId
  step: 'told' | 'done'
  unitIds: string[]
  note: string
  powerOff: boolean | null
  /** In fen. */
  cost: number | null
  photos: []
}

/** Say whether a task is one for this unit, as the server counts it. */
export function careApplies(
  task: CareTaskId,
  { card }: Pick<VacantUnit, 'card'>,
  coldRegion: boolean,
): boolean {
  const isFine = card?.finish === 'fine'
  const only: Partial<Record<CareTaskId, boolean>> = {
    'SE-03': isFine && (card?.westRooms.length ?? 0) > 0,
    'SE-04': isFine,
    'SE-05': coldRegion,
    'SE-06': (card?.appliances.length ?? 0) > 0,
    'SE-08': isFine,
  }
  return only[task] ?? true
}

/** A form of care as it is filled in. `cost` is in fen; null where it was written and is no number. */
export interface CareForm {
  task: CareTaskId | ''
  step: 'told' | 'done'
  unitIds: readonly string[]
  powerOff: boolean
  cost: number | null
  hasCost: boolean
}

export type CareLack = 'task' | 'units' | 'powerOff' | 'cost'

/** Answer the first that is missing, or null: appliances are not done while the power is on (VAC-R05). */
export function careLack({ task, unitIds, powerOff, cost, hasCost }: CareForm): CareLack | null {
  if (task === '') return 'task'
  if (unitIds.length === 0) return 'units'
  if (task === APPLIANCE_RUN && !powerOff) return 'powerOff'
  return hasCost && cost === null ? 'cost' : null
}

/** Care kept here, and who did it. */
export interface OwnCare {
  body: CareBody
  byName: string
  /** By the server's clock. */
  at: string
}

/** Answer the unit with own care laid upon it, until the server tells of it. */
export function withOwnCare(unit: VacantUnit, own: readonly OwnCare[], zone: string): VacantUnit {
  return own
    .filter(({ body }) => body.unitIds.includes(unit.id))
    .reduce((known, { body: { task, step }, byName, at }) => {
      const day = dayOf(new Date(at), zone)
      if (step === 'told') return { ...known, cleaningToldOn: day }
      const dryingSince = task === 'SE-02' ? null : known.dryingSince
      return { ...known, dryingSince, care: { ...known.care, [task]: { day, byName } } }
    }, unit)
}
