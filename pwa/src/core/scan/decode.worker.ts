/** Decodes frames off the page. Its WebAssembly comes from our own host, so that it is there without a network. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

import { brightnessOf } from '@/core/scan/light'
import { readInStages, type Read } from '@/core/scan/stages'
import { newMotionWatch } from '@/core/scan/stillness'
import type { Look, Pixels } from '@/core/scan/types'

/** A frame to read: pixels, or a bitmap to be drawn here. */
export interface DecodeAsk {
  picture: ImageBitmap | Pixels
}

/** What was seen; the first answer of all, with nothing seen, says that the decoder is ready. */
export type DecodeAnswer = { ok: true; look: Look | null } | { ok: false }

const read: Read = (picture, options) => readBarcodes(picture as ImageData, options)

const motion = newMotionWatch()
let canvas: OffscreenCanvas | undefined

addEventListener('message', ({ data }: MessageEvent<DecodeAsk>) => void tell(readFrame(data)))
void tell(load())

async function load(): Promise<null> {
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true })
  return null
}

async function readFrame({ picture }: DecodeAsk): Promise<Look> {
  const pixels = pixelsOf(picture)
  const reading = await readInStages(pixels, read)
  return { reading, brightness: brightnessOf(pixels), change: motion.change(pixels) }
}

async function tell(work: Promise<Look | null>): Promise<void> {
  const answer: DecodeAnswer = await work.then(
    (look) => ({ ok: true, look }),
    () => ({ ok: false }),
  )
  postMessage(answer)
}

function pixelsOf(picture: ImageBitmap | Pixels): Pixels {
  if (!(picture instanceof ImageBitmap)) return picture
  const { width, height } = picture
  if (canvas?.width !== width || canvas.height !== height)
    canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas context in the worker')
  context.drawImage(picture, 0, 0)
  picture.close()
  return context.getImageData(0, 0, width, height)
}
