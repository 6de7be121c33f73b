/** Where the arrow keys lead in a drawn building: over gaps, to the nearest unit there is. Pure. */
import type { StairwellGrid } from '@/ground/places/picture/grid'
import type { Cell } from '@/ground/places/picture/types'

interface Spot {
  row: number
  column: number
}

type Step = (grid: StairwellGrid, from: Spot) => Cell | undefined

const rowOf = (grid: StairwellGrid, row: number) => grid.floors[row]?.units ?? []
const unitsOn = (grid: StairwellGrid, row: number) => rowOf(grid, row).filter((one) => one !== null)

const along =
  (by: 1 | -1): Step =>
  (grid, { row, column }) => {
    const units = rowOf(grid, row)
    const ahead = by > 0 ? units.slice(column + 1) : units.slice(0, column).reverse()
    return ahead.find((one) => one !== null)
  }

const across =
  (by: 1 | -1): Step =>
  (grid, from) => {
    for (let row = from.row + by; row >= 0 && row < grid.floors.length; row += by) {
      const found = nearest(rowOf(grid, row), from.column)
      if (found) return found
    }
    return undefined
  }

function nearest(units: readonly (Cell | null)[], column: number): Cell | undefined {
  const far = (one: Cell) => Math.abs(units.indexOf(one) - column)
  const there = units.filter((one) => one !== null)
  return there.sort((a, b) => far(a) - far(b))[0]
}

const STEPS: Record<string, Step> = {
  ArrowRight: along(1),
  ArrowLeft: along(-1),
  ArrowDown: across(1),
  ArrowUp: across(-1),
  Home: (grid, { row }) => unitsOn(grid, row)[0],
  End: (grid, { row }) => unitsOn(grid, row).at(-1),
}

/** Answer the unit that `key` leads to from the unit `id`, or undefined when it leads nowhere. */
export function unitAt(grid: StairwellGrid, id: string, key: string): Cell | undefined {
  const row = grid.floors.findIndex(({ units }) => units.some((one) => one?.id === id))
  const column = rowOf(grid, row).findIndex((one) => one?.id === id)
  return STEPS[key]?.(grid, { row, column })
}

/** Answer the unit that the Tab key comes to first: the highest on the left. */
export function firstOf(grid: StairwellGrid): Cell | undefined {
  return grid.floors.flatMap(({ units }) => units).find((one) => one !== null) ?? undefined
}
