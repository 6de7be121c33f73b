/** Units found without a network: those that the phone holds, in which nobody lives. */
import { useStore } from '@/core/store/use'
import { buildingTable, emptyUnitTable, stairwellTable } from '@/ground/places/table'
import type { HeldUnit } from '@/ground/places/units/types'

const SHORT = /^(\d+)-(\d+)-(\w+)$/
const collator = new Intl.Collator('zh', { numeric: true })

/** Answer the units held of an estate whose number fits what is typed, as they stand. */
export async function heldUnits(estate: string, typed: string): Promise<HeldUnit[]> {
  const store = useStore()
  const tables = [emptyUnitTable, stairwellTable, buildingTable]
  const [units, stairwells, buildings] = await store.snapshot(tables, () =>
    Promise.all([
      store
        .rows(emptyUnitTable)
        .filter((unit) => unit.estate === estate)
        .toArray(),
      store.rows(stairwellTable).where({ estate }).toArray(),
      store.rows(buildingTable).where({ estate }).toArray(),
    ]),
  )
  const named = new Map(buildings.map(({ id, name }) => [id, name]))
  const above = new Map(stairwells.map((one) => [one.id, one]))
  return units
    .flatMap(({ id, stairwellId, number }) => {
      const stairwell = above.get(stairwellId)
      const building = named.get(stairwell?.buildingId ?? '')
      if (!stairwell || building === undefined) return []
      const { buildingId, name } = stairwell
      return { id, buildingId, building, stairwell: name, number, status: null }
    })
    .filter((unit) => fits(unit, typed))
    .sort((a, b) => collator.compare(inFull(a), inFull(b)))
}

/** Say whether a unit fits what is typed, as the server does: 1501, a part of it, 3-2-1501, or its name in full. */
export function fits(unit: HeldUnit, typed: string): boolean {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const [, building, stairwell, number] = SHORT.exec(text) ?? []
  if (building && stairwell)
    return (
      isNumbered(unit.building, building) &&
      isNumbered(unit.stairwell, stairwell) &&
      unit.number.toLowerCase() === number
    )
  return text !== '' && (unit.number.toLowerCase().includes(text) || inFull(unit).startsWith(text))
}

function inFull({ building, stairwell, number }: HeldUnit): string {
  return `${building}${stairwell}${number}`.replace(/\s/g, '').toLowerCase()
}

/** 3 is 3 栋, 3栋 or 3 号楼, and not 13 栋 or 30 栋. */
function isNumbered(name: string, number: string): boolean {
  const text = name.replace(/\s/g, '')
  return text.startsWith(number) && !/^\d/.test(text.slice(number.length))
}
