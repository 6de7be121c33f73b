/** Makes the clean code out of modules of which many are doubtful: under dirt, in glare, torn off. Pure. */
import { blocksOf } from '@/core/scan/qr/blocks'
import { likelyFormats, type Format } from '@/core/scan/qr/format'
import { DATA, FORMAT, formatPlaces, isMasked, layoutOf, type Side } from '@/core/scan/qr/layout'
import { corrected } from '@/core/scan/qr/reedSolomon'

/** Check words of each block that are never used up: the proof that what was read is what is printed. */
const PROOF = 4
/** So many words more are taken for erased at each try. */
const STEP = 3

/**
 * Answer the modules (1 dark, row by row) of the code that `darkness` shows, or null.
 *
 * darkness  a signed certainty a module, row by row: 1 surely dark, -1 surely light, 0 not known
 */
export function repaired(darkness: Float32Array, side: Side): Uint8Array | null {
  for (const format of likelyFormats(darkness, side)) {
    const words = correctedWords(darkness, side, format)
    if (words) return drawn(words, side, format)
  }
  return null
}

function correctedWords(darkness: Float32Array, side: Side, format: Format): Uint8Array | null {
  const { words, trust } = wordsOf(darkness, side, format.mask)
  const { places, checks } = blocksOf(side, format.level)
  for (const block of places) {
    const fixed = correctedBlock(words, trust, block, checks)
    if (!fixed) return null
    block.forEach((place, at) => (words[place] = fixed[at] ?? 0))
  }
  return words
}

/** Answer the words as they are read; a word is trusted as far as the worst of its modules. */
function wordsOf(
  darkness: Float32Array,
  side: Side,
  mask: number,
): { words: Uint8Array; trust: Float32Array } {
  const { order } = layoutOf(side)
  const words = new Uint8Array(order.length >> 3)
  const trust = new Float32Array(words.length).fill(1)
  for (let bit = 0; bit < words.length * 8; bit++) {
    const place = order[bit] ?? 0
    const dark = darkness[place] ?? 0
    const word = bit >> 3
    words[word] = ((words[word] ?? 0) << 1) | Number(dark > 0 !== isMasked(mask, place, side))
    trust[word] = Math.min(trust[word] ?? 0, Math.abs(dark))
  }
  return { words, trust }
}

/** Ever more of the least trusted words are taken for erased, as long as enough proof remains. */
function correctedBlock(
  words: Uint8Array,
  trust: Float32Array,
  block: readonly number[],
  checks: number,
): Uint8Array | null {
  const own = Uint8Array.from(block, (place) => words[place] ?? 0)
  const doubtful = block
    .map((place, at) => ({ at, trust: trust[place] ?? 0 }))
    .sort((a, b) => a.trust - b.trust)
    .map(({ at }) => at)
  for (let many = 0; many <= checks - PROOF; many += STEP) {
    const found = corrected(own, checks, doubtful.slice(0, many))
    if (found && many + 2 * found.errors <= checks - PROOF) return found.words
  }
  return null
}

function drawn(words: Uint8Array, side: Side, { mask, word }: Format): Uint8Array {
  const { fixed, order } = layoutOf(side)
  const modules = fixed.map((shade) => (shade === DATA || shade === FORMAT ? 0 : shade))
  formatPlaces(side).forEach((twins, at) => {
    for (const place of twins) modules[place] = (word >> (14 - at)) & 1
  })
  order.forEach((place, at) => {
    const bit = ((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1
    modules[place] = bit ^ Number(isMasked(mask, place, side))
  })
  return modules
}
