/** Units drawn as the building stands: floors from the top down, units of one riser under each other. Pure. */
import type { Unit } from '@/ground/places/units/types'

export interface Floor {
  floor: number
  /** One for each column; null where this floor has no such unit. */
  units: (Unit | null)[]
}

export interface StairwellGrid {
  id: string
  name: string
  columns: number
  floors: Floor[]
}

/** Answer one grid a stairwell, in the order the units come in. */
export function gridsOf(units: readonly Unit[]): StairwellGrid[] {
  const stairwells = new Map<string, Unit[]>()
  for (const unit of units) {
    stairwells.set(unit.stairwellId, [...(stairwells.get(unit.stairwellId) ?? []), unit])
  }
  return [...stairwells].map(([id, own]) => gridOf(id, own))
}

function gridOf(id: string, units: readonly Unit[]): StairwellGrid {
  const floors = [...new Set(units.map(({ floor }) => floor))].sort((a, b) => b - a)
  const onFloor = floors.map((floor) => units.filter((unit) => unit.floor === floor))
  const risers = [...new Set(units.map(riserOf))].sort((a, b) => a.localeCompare(b, 'en'))
  const aligned = onFloor.every((own) => new Set(own.map(riserOf)).size === own.length)
  const columns = aligned ? risers.length : Math.max(...onFloor.map((own) => own.length))
  const place = (own: Unit[]) =>
    aligned
      ? risers.map((riser) => own.find((unit) => riserOf(unit) === riser) ?? null)
      : [...own, ...Array<null>(columns - own.length).fill(null)]
  return {
    id,
    name: units[0]?.stairwell ?? '',
    columns,
    floors: floors.map((floor, i) => ({ floor, units: place(onFloor[i] ?? []) })),
  }
}

/** 1501 and 601 both stand in riser 01; a number of another kind is a riser by itself. */
function riserOf({ number }: Unit): string {
  return /\d{2}\D*$/.exec(number)?.[0] ?? number
}
