/** Units drawn as the building stands: floors from the top down, units of one riser under each other. Pure. */
import type { Cell } from '@/ground/places/picture/types'

export interface Floor<T extends Cell = Cell> {
  floor: number
  /** One for each column; null where this floor has no such unit. */
  units: (T | null)[]
}

export interface StairwellGrid<T extends Cell = Cell> {
  id: string
  name: string
  columns: number
  floors: Floor<T>[]
}

/**
 * Answer one grid a stairwell, in the order the units come in.
 *
 * sparse  the units are not all there are: floors between them are drawn empty, so that the building keeps its height
 */
export function gridsOf<T extends Cell>(units: readonly T[], sparse = false): StairwellGrid<T>[] {
  const stairwells = new Map<string, T[]>()
  for (const unit of units) {
    stairwells.set(unit.stairwellId, [...(stairwells.get(unit.stairwellId) ?? []), unit])
  }
  return [...stairwells].map(([id, own]) => gridOf(id, own, sparse))
}

function gridOf<T extends Cell>(
  id: string,
  units: readonly T[],
  sparse: boolean,
): StairwellGrid<T> {
  const floors = floorsOf(units, sparse)
  const onFloor = floors.map((floor) => units.filter((unit) => unit.floor === floor))
  const risers = [...new Set(units.map(riserOf))].sort((a, b) => a.localeCompare(b, 'en'))
  const aligned = onFloor.every((own) => new Set(own.map(riserOf)).size === own.length)
  const columns = aligned ? risers.length : Math.max(...onFloor.map((own) => own.length))
  const place = (own: T[]) =>
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

/** From the top down; no house has a floor 0. */
function floorsOf(units: readonly Cell[], sparse: boolean): number[] {
  const known = [...new Set(units.map(({ floor }) => floor))].sort((a, b) => b - a)
  const [top] = known
  if (!sparse || top === undefined) return known
  const lowest = Math.min(1, known.at(-1) ?? 1)
  const all = Array.from({ length: top - lowest + 1 }, (_, i) => top - i)
  return all.filter((floor) => floor !== 0)
}

/** 1501 and 601 both stand in riser 01; a number of another kind is a riser by itself. */
function riserOf({ number }: Cell): string {
  return /\d{2}\D*$/.exec(number)?.[0] ?? number
}
