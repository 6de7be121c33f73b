/** Which part of a frame deserves a second look. Pure. */
import type { Point, Rect } from '@/core/scan/types'

/** A QR code wants four light modules around it; of 25 that is a sixth. */
const QUIET = 1 / 6

interface Frame {
  width: number
  height: number
}

/** Answer the part of `frame` around a located code with its quiet zone; null when too small to hold one. */
export function around(corners: readonly Point[], frame: Frame): Rect | null {
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const margin = Math.max(span(xs), span(ys)) * QUIET
  const x = Math.max(0, Math.floor(Math.min(...xs) - margin))
  const y = Math.max(0, Math.floor(Math.min(...ys) - margin))
  const width = Math.min(frame.width, Math.ceil(Math.max(...xs) + margin)) - x
  const height = Math.min(frame.height, Math.ceil(Math.max(...ys) + margin)) - y
  return width < LEAST || height < LEAST ? null : { x, y, width, height }
}

/** A code of 21 modules at one pixel each cannot be read. */
const LEAST = 24

/** Answer the middle of `frame`, at most `width` × `height`. */
export function centre(frame: Frame, width = 480, height = 400): Rect {
  const w = Math.min(width, frame.width)
  const h = Math.min(height, frame.height)
  return { x: (frame.width - w) >> 1, y: (frame.height - h) >> 1, width: w, height: h }
}

/** Answer the part of `frame` that a digital zoom of `times` shows. */
export function zoomed(frame: Frame, times: number): Rect {
  return centre(frame, Math.round(frame.width / times), Math.round(frame.height / times))
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
