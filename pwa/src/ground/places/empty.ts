/** Units in which nobody lives, for whoever stands before their meters. */
import { useStore } from '@/core/store/use'
import { emptyUnitTable, stairwellTable } from '@/ground/places/table'
import type { Place } from '@/ground/places/types'

/** Answer the numbers of the empty units at a place, floor by floor: of its floor, its stairwell, or its building. */
export async function emptyUnitsAt(place: Place): Promise<string[]> {
  const stairwells = place.stairwellId ? [place.stairwellId] : await stairwellsOf(place)
  const units = await useStore()
    .rows(emptyUnitTable)
    .where('stairwellId')
    .anyOf(stairwells)
    .filter(({ floor }) => place.floor === null || floor === place.floor)
    .toArray()
  return units
    .sort((a, b) => a.floor - b.floor || a.number.localeCompare(b.number, 'zh', { numeric: true }))
    .map(({ number }) => number)
}

async function stairwellsOf({ estate, buildingId }: Place): Promise<string[]> {
  if (buildingId === null) return []
  const stairwells = await useStore().rows(stairwellTable).where({ estate }).toArray()
  return stairwells.filter((one) => one.buildingId === buildingId).map(({ id }) => id)
}
