/** Reed–Solomon decoding with erasures: a word known to be doubtful costs half of what an unknown error does. Pure. */
import { alpha, over, times, valueAt } from '@/core/scan/qr/galois'

export interface Corrected {
  words: Uint8Array
  /** Errors found besides the erasures. */
  errors: number
}

/**
 * Answer the code word nearest to `words`, or null when there is none within reach.
 *
 * checks  how many of the words, at the end, are check words
 * erased  places (from the start) whose value is not trusted; twice the errors plus these may reach `checks`
 */
export function corrected(
  words: Uint8Array,
  checks: number,
  erased: readonly number[],
): Corrected | null {
  const syndromes = syndromesOf(words, checks)
  if (isZero(syndromes)) return { words, errors: 0 }
  const locator = locatorOf(
    syndromes,
    erased.map((place) => words.length - 1 - place),
  )
  const powers = rootsOf(locator, words.length)
  if (powers.length !== degree(locator)) return null
  const fixed = repaired(words, syndromes, locator, powers)
  if (!isZero(syndromesOf(fixed, checks))) return null
  return { words: fixed, errors: powers.length - erased.length }
}

function isZero(values: Uint8Array): boolean {
  for (const value of values) if (value !== 0) return false
  return true
}

function syndromesOf(words: Uint8Array, checks: number): Uint8Array {
  const syndromes = new Uint8Array(checks)
  for (let root = 0; root < checks; root++) {
    const x = alpha(root)
    let value = 0
    for (const word of words) value = times(value, x) ^ word
    syndromes[root] = value
  }
  return syndromes
}

/** Berlekamp and Massey's way, begun from the erasures. */
function locatorOf(syndromes: Uint8Array, erased: readonly number[]): Uint8Array {
  const known = erased.length
  let locator: Uint8Array = new Uint8Array(syndromes.length + 2)
  locator[0] = 1
  for (const power of erased) locator = less(locator, locator, alpha(power))
  let spare = locator
  let length = known
  for (let step = known + 1; step <= syndromes.length; step++) {
    const miss = discrepancy(locator, syndromes, step)
    const next = miss === 0 ? locator : less(locator, spare, miss)
    if (miss !== 0 && 2 * length <= step + known - 1) {
      length = step + known - length
      spare = locator.map((value) => over(value, miss))
    } else spare = shifted(spare)
    locator = next
  }
  return locator
}

function discrepancy(locator: Uint8Array, syndromes: Uint8Array, step: number): number {
  let miss = 0
  for (let at = 0; at < step; at++) miss ^= times(locator[at] ?? 0, syndromes[step - 1 - at] ?? 0)
  return miss
}

/** Answer a − factor · x · b. */
function less(a: Uint8Array, b: Uint8Array, factor: number): Uint8Array {
  const answer = a.slice()
  for (let at = 1; at < a.length; at++) answer[at] = (a[at] ?? 0) ^ times(b[at - 1] ?? 0, factor)
  return answer
}

function shifted(polynomial: Uint8Array): Uint8Array {
  const answer = new Uint8Array(polynomial.length)
  answer.set(polynomial.subarray(0, -1), 1)
  return answer
}

function degree(polynomial: Uint8Array): number {
  let at = polynomial.length - 1
  while (at > 0 && polynomial[at] === 0) at--
  return at
}

/** Answer the powers whose inverse is a root, of those that are places of this code word. */
function rootsOf(locator: Uint8Array, length: number): number[] {
  const used = locator.subarray(0, degree(locator) + 1)
  const roots: number[] = []
  for (let power = 0; power < length; power++)
    if (valueAt(used, alpha(255 - power)) === 0) roots.push(power)
  return roots
}

/** Forney's formula. */
function repaired(
  words: Uint8Array,
  syndromes: Uint8Array,
  locator: Uint8Array,
  powers: readonly number[],
): Uint8Array {
  const evaluator = product(syndromes, locator)
  const slope = derivative(locator)
  const fixed = words.slice()
  for (const power of powers) {
    const inverse = alpha(255 - power)
    const place = words.length - 1 - power
    const value = over(valueAt(evaluator, inverse), valueAt(slope, inverse) || 1)
    fixed[place] = (fixed[place] ?? 0) ^ times(alpha(power), value)
  }
  return fixed
}

/** Answer a · b, cut to the length of a. */
function product(a: Uint8Array, b: Uint8Array): Uint8Array {
  const answer = new Uint8Array(a.length)
  for (let at = 0; at < a.length; at++)
    for (let low = 0; low <= at; low++)
      answer[at] = (answer[at] ?? 0) ^ times(a[low] ?? 0, b[at - low] ?? 0)
  return answer
}

/** In this field only odd powers leave something. */
function derivative(polynomial: Uint8Array): Uint8Array {
  return polynomial.slice(1).map((value, at) => (at % 2 === 0 ? value : 0))
}
