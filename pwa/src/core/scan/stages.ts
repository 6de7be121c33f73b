/**
 * Reads a frame in stages (`scan.md`): the whole; then, sharpened and doubled, what was found but not read; now and
 * then the same for the centre, where the person aims. Measured: 65 % of hard frames instead of 56 %.
 */
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'

import { around, centre } from '@/core/scan/crop'
import { doubled, greyOf, pixelsOf, sharpened } from '@/core/scan/sharpen'
import type { Pixels, Rect } from '@/core/scan/types'

/** All formats cost three times as long; turning gains nothing; inverted labels do occur. */
export const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
  tryInvert: true,
  tryRotate: false,
  tryDownscale: true,
}

/** Every how many frames without a code the centre gets a second look. */
const CENTRE_EVERY = 3
/** A part larger than this is sharpened, but not doubled: its modules are large already. */
const DOUBLE_BELOW = 520

export type Read = (picture: Pixels, options: ReaderOptions) => Promise<ReadResult[]>

/** Answer the text of the code in `picture`, or null. `frame` counts the frames of this camera. */
export async function readInStages(
  picture: Pixels,
  frame: number,
  read: Read,
): Promise<string | null> {
  const found = await read(picture, { ...OPTIONS, returnErrors: true })
  const whole = found.find(({ isValid }) => isValid)
  if (whole) return whole.text
  for (const { position } of found) {
    const { topLeft, topRight, bottomLeft, bottomRight } = position
    const rect = around([topLeft, topRight, bottomLeft, bottomRight], picture)
    const text = rect && (await secondLook(picture, rect, read))
    if (text) return text
  }
  return frame % CENTRE_EVERY === 0 ? secondLook(picture, centre(picture), read) : null
}

async function secondLook(picture: Pixels, rect: Rect, read: Read): Promise<string | null> {
  const crisp = sharpened(greyOf(picture, rect))
  const large = Math.max(rect.width, rect.height) < DOUBLE_BELOW ? doubled(crisp) : crisp
  const [code] = await read(pixelsOf(large), OPTIONS)
  return code?.text ?? null
}
