/** The format of a QR code: error correction level and mask, written twice (ISO/IEC 18004, 7.9). Pure. */
import { formatPlaces } from '@/core/scan/qr/layout'

/** Index into the tables of blocks: L, M, Q, H. */
export type Level = 0 | 1 | 2 | 3

export interface Format {
  level: Level
  mask: number
  /** Its 15 bits as they are printed. */
  word: number
}

const GENERATOR = 0b10100110111
const TURNED = 0b101010000010010
/** What the two bits of the level mean. */
const LEVELS: readonly Level[] = [1, 0, 3, 2]
/** Of 30 at most: a place that is no code stays below (measured: 99 % of codes above 11). */
const LEAST = 8
/** A second format this close to the best is worth a try. */
const CLOSE = 3

const FORMATS: readonly Format[] = Array.from({ length: 32 }, (_, value) => ({
  level: LEVELS[value >> 3] ?? 0,
  mask: value & 7,
  word: ((value << 10) | remainder(value << 10)) ^ TURNED,
}))

function remainder(value: number): number {
  let rest = value
  for (let bit = 14; bit >= 10; bit--) if (rest & (1 << bit)) rest ^= GENERATOR << (bit - 10)
  return rest
}

/**
 * Answer the likeliest formats, the best first, at most two; none where there seems to be no code.
 *
 * darkness  a signed certainty a module, row by row: 1 surely dark, -1 surely light
 */
export function likelyFormats(darkness: Float32Array, side: number): Format[] {
  const bits = formatPlaces(side).map(
    ([one, other]) => (darkness[one] ?? 0) + (darkness[other] ?? 0),
  )
  const ranked = FORMATS.map((format) => ({ format, score: agreement(bits, format.word) })).sort(
    (a, b) => b.score - a.score,
  )
  const best = ranked[0]?.score ?? 0
  return ranked
    .slice(0, 2)
    .filter(({ score }) => score >= LEAST && score > best - CLOSE)
    .map(({ format }) => format)
}

function agreement(bits: readonly number[], word: number): number {
  return bits.reduce((sum, bit, at) => sum + ((word >> (14 - at)) & 1 ? bit : -bit), 0)
}
