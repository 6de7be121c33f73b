/** Where everything lies in a QR code of versions 1 to 6, as our labels are (ISO/IEC 18004, 6.3 and 7.7). Pure. */

/** Modules a side, smallest and largest; larger codes carry their version, which this does not read. */
export const SIDES = [21, 25, 29, 33, 37, 41] as const
export type Side = (typeof SIDES)[number]

/** What every code of a side has in the same place. */
export interface Layout {
  side: Side
  /** One byte a module, row by row: 1 dark, 0 light, `DATA` where the code's own bits lie, `FORMAT` its level and mask. */
  fixed: Uint8Array
  /** The modules of the data bits in the order in which they are written. */
  order: Uint16Array
}

export const DATA = 2
export const FORMAT = 3

const layouts = new Map<Side, Layout>()

/** Answer the layout of a code with `side` modules a side. */
export function layoutOf(side: Side): Layout {
  const known = layouts.get(side)
  if (known) return known
  const fixed = patterns(side)
  const layout = { side, fixed, order: zigzag(side, fixed) }
  layouts.set(side, layout)
  return layout
}

function patterns(side: number): Uint8Array {
  const fixed = new Uint8Array(side * side).fill(DATA)
  for (let at = 8; at < side - 8; at++) {
    fixed[6 * side + at] = 1 - (at % 2)
    fixed[at * side + 6] = 1 - (at % 2)
  }
  for (const place of formatPlaces(side).flat()) fixed[place] = FORMAT
  for (const [row, column] of [
    [3, 3],
    [3, side - 4],
    [side - 4, 3],
  ] as const)
    rings(fixed, side, row, column, 4, [1, 1, 0, 1, 0])
  if (side > 21) rings(fixed, side, side - 7, side - 7, 2, [1, 0, 1])
  fixed[(side - 8) * side + 8] = 1
  return fixed
}

/** Draw square rings around a centre, the innermost first; what falls outside is left away. */
function rings(
  fixed: Uint8Array,
  side: number,
  row: number,
  column: number,
  reach: number,
  shades: readonly number[],
): void {
  for (let y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y++)
    for (let x = Math.max(0, column - reach); x <= Math.min(side - 1, column + reach); x++)
      fixed[y * side + x] = shades[Math.max(Math.abs(y - row), Math.abs(x - column))] ?? 0
}

/** Answer the two places of each of the 15 format bits, the highest bit first. */
export function formatPlaces(side: number): [number, number][] {
  const end = side - 1
  const first = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => 8 * side + column)
  const rest = [7, 5, 4, 3, 2, 1, 0].map((row) => row * side + 8)
  const second = [0, 1, 2, 3, 4, 5, 6].map((up) => (end - up) * side + 8)
  const last = [7, 6, 5, 4, 3, 2, 1, 0].map((left) => 8 * side + end - left)
  const twins = [...second, ...last]
  return [...first, ...rest].map((place, bit) => [place, twins[bit] ?? place])
}

/** Two columns at a time from the right, up and down in turn, past the timing column. */
function zigzag(side: number, fixed: Uint8Array): Uint16Array {
  const rights = Array.from({ length: (side - 1) / 2 }, (_, pair) => side - 1 - 2 * pair)
  const places = rights.flatMap((right, pair) =>
    Array.from({ length: 2 * side }, (_, step) => {
      const row = pair % 2 === 0 ? side - 1 - (step >> 1) : step >> 1
      const column = (right > 6 ? right : right - 1) - (step & 1)
      return row * side + column
    }),
  )
  return Uint16Array.from(places.filter((place) => fixed[place] === DATA))
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Say whether mask `mask` turns the module `place` over. */
export function isMasked(mask: number, place: number, side: number): boolean {
  return MASKS[mask]?.(Math.floor(place / side), place % side) ?? false
}
