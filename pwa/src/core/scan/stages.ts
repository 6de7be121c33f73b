/**
 * Reads a frame in stages of rising cost: the whole; then, sharpened and doubled, what was found but not read; then a
 * deep look for what the decoder does not even find. `make bench-scan` says what each is worth.
 */
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'

import { around, whole } from '@/core/scan/crop'
import { deepLook, type CleanCode } from '@/core/scan/deepLook'
import { printed } from '@/core/scan/printed'
import { doubled, greyOf, pixelsOf, sharpened } from '@/core/scan/sharpen'
import type { Pixels, Reading } from '@/core/scan/types'

/**
 * All formats cost three times as long; turning gains nothing; inverted labels do occur. `QRCode` would take in Micro QR,
 * whose smallest has two check words and is seen in noise.
 */
export const OPTIONS: ReaderOptions = {
  formats: ['QRCodeModel2'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
  tryInvert: true,
  tryRotate: false,
  tryDownscale: true,
}
/** A clean code fills its picture: there is nothing to search. Asked for the model by name, this way reads nothing. */
const PRINTED: ReaderOptions = {
  formats: ['QRCode'],
  isPure: true,
  tryInvert: false,
  tryRotate: false,
  tryDownscale: false,
}
/** A part larger than this has large modules already: it is left to the deep look, which takes less time. */
const SMALL = 280

export type Read = (picture: Pixels, options: ReaderOptions) => Promise<ReadResult[]>

/** Answer the code in `picture`, or null. */
export async function readInStages(picture: Pixels, read: Read): Promise<Reading | null> {
  const found = await read(picture, { ...OPTIONS, returnErrors: true })
  const valid = found.find(({ isValid }) => isValid)
  if (valid) return { text: valid.text, corners: cornersOf(valid) }
  for (const located of found) {
    const text = await secondLook(picture, cornersOf(located), read)
    if (text) return { text, corners: cornersOf(located) }
  }
  const clean = deepLook(greyOf(picture, whole(picture)))
  return clean && readClean(clean, read)
}

function cornersOf({ position }: ReadResult): Reading['corners'] {
  return [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
}

async function secondLook(
  picture: Pixels,
  corners: Reading['corners'],
  read: Read,
): Promise<string | null> {
  const rect = around(corners, picture)
  if (!rect || Math.max(rect.width, rect.height) > SMALL) return null
  const [code] = await read(pixelsOf(doubled(sharpened(greyOf(picture, rect)))), OPTIONS)
  return code?.text ?? null
}

async function readClean({ modules, fit }: CleanCode, read: Read): Promise<Reading | null> {
  const [code] = await read(printed(modules, fit.side), PRINTED)
  return code ? { text: code.text, corners: fit.corners } : null
}
