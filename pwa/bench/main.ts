/** Reads frames for `bench/scan.py`, which asks for one after the other. */
import { decoders, prepare, type Frame } from './decoders'

export interface Figures {
  text: string | null
  ms: number
}

async function frameAt(address: string): Promise<Frame> {
  const blob = await (await fetch(address)).blob()
  const bitmap = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas context')
  context.drawImage(bitmap, 0, 0)
  return {
    pixels: context.getImageData(0, 0, bitmap.width, bitmap.height),
    file: new File([blob], 'frame.jpg', { type: 'image/jpeg' }),
  }
}

/** Answer what each of the decoders named reads in the frame at `address`, and how long it takes. */
async function readFrame(
  address: string,
  names: readonly string[],
): Promise<Record<string, Figures>> {
  const frame = await frameAt(address)
  const answers: Record<string, Figures> = {}
  for (const name of names) {
    const started = performance.now()
    const text = (await decoders[name]?.(frame)) ?? null
    answers[name] = { text, ms: performance.now() - started }
  }
  return answers
}

Object.assign(window, { readFrame, prepared: prepare() })
