/** The live task: which visits ask for one photo more, and of what. Twin of the server's `rules/tasks.py`; pure. */
import { computedId } from '@/core/ids'
import { roundIdOf } from '@/domains/patrols/rules'
import type { Draft } from '@/domains/patrols/types'
import type { EstateSettings } from '@/ground/estates/types'
import type { Place } from '@/ground/places/types'

const TASKS: Record<string, readonly string[]> = {
  stairwell: ['extinguisher_gauge', 'hydrant_inside', 'exit_sign', 'fire_door_closed'],
  roof_escape: ['deck_door_open', 'railing_joint'],
  lift: ['lift_certificate', 'lift_buttons'],
  lobby_corridor: ['exit_sign', 'waste_bin_inside'],
  utilities_outdoor: ['plant_number'],
  parking: ['barrier_screen', 'floor_marking'],
}

/** Answer what the visit of a place on a round has to photograph, or null. `percent`: share of visits. */
export function taskOf(
  roundId: string,
  placeId: string,
  type: string,
  percent: number,
): string | null {
  const tasks = TASKS[type] ?? []
  const drawn = computedId(roundId, placeId, 'task')
  if (parseInt(drawn.slice(0, 8), 16) % 100 >= percent) return null
  return tasks[parseInt(drawn.slice(-2), 16) % tasks.length] ?? null
}

/** Answer the live task of a sheet; a visit outside any round has none, nor has one under an older server. */
export function taskOfSheet(
  draft: Pick<Draft, 'estate' | 'round' | 'placeId'>,
  place: Pick<Place, 'type'> | undefined,
  settings: Partial<EstateSettings>,
): string | null {
  if (draft.round === null || place === undefined) return null
  const roundId = roundIdOf(draft.estate, draft.round)
  return taskOf(roundId, draft.placeId, place.type, settings.live_task_percent ?? 0)
}
