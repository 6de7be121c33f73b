/** A canvas where there is one: off the page in a worker, in the page on phones that have no other. */
import type { Size } from '@/core/photos/sizes'

export type Canvas = OffscreenCanvas | HTMLCanvasElement
export type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

/** Say whether drawing can leave the page (Safari before 16.4 cannot). */
export function drawsOffPage(): boolean {
  return typeof OffscreenCanvas !== 'undefined' && 'convertToBlob' in OffscreenCanvas.prototype
}

/** Answer a canvas of `size` and what draws on it. */
export function canvasOf(
  { width, height }: Size,
  options?: CanvasRenderingContext2DSettings,
): [Canvas, Context] {
  const canvas = drawsOffPage()
    ? new OffscreenCanvas(width, height)
    : Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', options) as Context | null
  if (!context) throw new Error('no canvas context: the page is out of memory')
  return [canvas, context]
}

/** Answer what is on `canvas` as a JPEG; quality from 0 to 1. */
export async function jpegOf(canvas: Canvas, quality: number): Promise<ArrayBuffer> {
  const type = 'image/jpeg'
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type, quality })
      : await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (!blob) throw new Error('the canvas could not be written: the page is out of memory')
  return blob.arrayBuffer()
}
