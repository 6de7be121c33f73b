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

/** Answer all of `frame`. */
export function whole(frame: Frame): Rect {
  return { x: 0, y: 0, width: frame.width, height: frame.height }
}

/** Answer the part of `frame` that a digital zoom of `times` shows. */
export function zoomed(frame: Frame, times: number): Rect {
  const width = Math.round(frame.width / times)
  const height = Math.round(frame.height / times)
  return { x: (frame.width - width) >> 1, y: (frame.height - height) >> 1, width, height }
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}
