/** A list of units that was read: the cards it would write. Pure. */
import type { List, ListRow } from '@/ground/register/lists/useListFile'
import type { Card } from './types'

export type UnitListRow = ListRow<Card & { unitId: string }>
export type UnitList = List<UnitListRow>

/** A unit's whole card, and how the unit is called. */
export interface NamedCard {
  unitId: string
  unit: string
  card: Card
}

/** Answer the cards of all rows that can be kept. */
export function cardsOf({ rows }: UnitList): NamedCard[] {
  return rows.flatMap(({ said, place: unit }) => {
    if (!said) return []
    const { unitId, ...card } = said
    return [{ unitId, unit, card }]
  })
}
