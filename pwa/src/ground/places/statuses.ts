/** What a unit is to the centre: its statuses in the order people speak of them, and how each is drawn. Pure. */

export type HouseTone = 'vacant' | 'sold' | 'idle' | 'lived'

/** A house drawn on a 20 px grid; what is vacant is empty, what is lived in is full. */
interface Shape {
  tone: HouseTone
  fill?: string
  line?: string
  dash?: string
}

const HOUSE = 'M10 2.2l7.8 6.6v9H2.2v-9z'
const WALLS = 'M10 1.2l8.8 7.4v10.2H1.2V8.6z'

export const shapes = {
  vacant_unsold: { tone: 'vacant', line: HOUSE },
  let_vacant: {
    tone: 'vacant',
    line: HOUSE,
    fill: 'M6.6 12.4a3.4 3.4 0 106.8 0 3.4 3.4 0 10-6.8 0z',
  },
  sold_not_moved_in: { tone: 'sold', line: HOUSE, fill: 'M10 2.2l7.8 6.6v9H10z' },
  deemed_moved_in: { tone: 'sold', line: HOUSE, dash: '3.2 2.2', fill: 'M7 11h6v6.8H7z' },
  idle: { tone: 'idle', line: `${HOUSE}M6.4 12.6h7.2` },
  occupied_owner: { tone: 'lived', fill: WALLS },
  occupied_tenant: { tone: 'lived', fill: `${WALLS}M7.4 11.2v7.6h5.2v-7.6z` },
} as const satisfies Record<string, Shape>

export type UnitStatus = keyof typeof shapes

export const STATUSES = Object.keys(shapes) as UnitStatus[]

/** Answer how a status is drawn; one that a newer server tells is drawn as idle. */
export function shapeOfStatus(status: string): Shape {
  return status in shapes ? shapes[status as UnitStatus] : shapes.idle
}
