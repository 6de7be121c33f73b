/** How the code words of a QR code of versions 1 to 6 are dealt out to blocks (ISO/IEC 18004, table 9). Pure. */
import { SIDES, type Side } from '@/core/scan/qr/layout'
import type { Level } from '@/core/scan/qr/format'

export interface Blocks {
  /** The places, in the order of writing, of each block's words: data first, then checks. */
  places: number[][]
  /** Check words of each block. */
  checks: number
}

/** Code words of versions 1 to 6. */
const WORDS = [26, 44, 70, 100, 134, 172] as const
/** Check words of a block and number of blocks, for L, M, Q, H. */
const TABLE = [
  ['7 1', '10 1', '13 1', '17 1'],
  ['10 1', '16 1', '22 1', '28 1'],
  ['15 1', '26 1', '18 2', '22 2'],
  ['20 1', '18 2', '26 2', '16 4'],
  ['26 1', '24 2', '18 4', '22 4'],
  ['18 2', '16 4', '24 4', '28 4'],
].map((levels) => levels.map((entry) => entry.split(' ').map(Number)))

/** Answer the blocks of a code. */
export function blocksOf(side: Side, level: Level): Blocks {
  const version = SIDES.indexOf(side)
  const [checks = 0, count = 1] = TABLE[version]?.[level] ?? []
  const total = WORDS[version] ?? 0
  const short = Math.floor(total / count) - checks
  const longer = total % count
  const places = Array.from({ length: count }, (_, block) => [
    ...Array.from({ length: short }, (_, at) => at * count + block),
    // The last blocks have one data word more, written after all others.
    ...(block < count - longer ? [] : [short * count + block - (count - longer)]),
    ...Array.from({ length: checks }, (_, at) => total - checks * count + at * count + block),
  ])
  return { places, checks }
}
