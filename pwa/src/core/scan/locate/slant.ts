/** How a label's plane is slanted, told by the core of one of its corner squares. Pure. */
import type { Finder } from '@/core/scan/locate/finders'
import { isDark, type Threshold } from '@/core/scan/locate/threshold'
import type { Grey } from '@/core/scan/sharpen'
import type { Point } from '@/core/scan/types'

/** Second moments (xx, xy, yy) in pixels² of the core: three modules square, seen from wherever the camera is. */
export type Slant = readonly [number, number, number]

/** Second moment of a square of three modules, in modules². */
const CORE = 0.75

/** Answer the slant; of a square seen from the front when something dark touches the core. */
export function slantOf(grey: Grey, threshold: Threshold, finder: Finder): Slant {
  const front = CORE * finder.module ** 2
  const pixels = corePixels(grey, threshold, finder)
  if (pixels.length < 4) return [front, 0, front]
  const mean = (of: (pixel: Point) => number) =>
    pixels.reduce((sum, pixel) => sum + of(pixel), 0) / pixels.length
  const [x, y] = [mean((pixel) => pixel.x), mean((pixel) => pixel.y)]
  return [
    // A pixel is itself a square, of moment 1/12.
    mean((pixel) => (pixel.x - x) ** 2) + 1 / 12,
    mean((pixel) => (pixel.x - x) * (pixel.y - y)),
    mean((pixel) => (pixel.y - y) ** 2) + 1 / 12,
  ]
}

/** Answer the pixels joined to the centre; none when they go on for longer than a core does. */
function corePixels(grey: Grey, threshold: Threshold, finder: Finder): Point[] {
  const most = 27 * finder.module ** 2 + 30
  const start = { x: Math.round(finder.x - 0.5), y: Math.round(finder.y - 0.5) }
  const seen = new Set([start.y * grey.width + start.x])
  const pixels = [start]
  // Those pushed on the way are come to as well.
  for (const { x, y } of pixels) {
    if (pixels.length > most) return []
    for (const [nx, ny] of [
      [x + 1, y],
      [x - 1, y],
      [x, y + 1],
      [x, y - 1],
    ] as const) {
      if (nx < 0 || ny < 0 || nx >= grey.width || ny >= grey.height) continue
      const at = ny * grey.width + nx
      if (seen.has(at) || !isDark(grey, threshold, nx, ny, finder.inverted)) continue
      seen.add(at)
      pixels.push({ x: nx, y: ny })
    }
  }
  return pixels
}

/** Answer the slant between two. */
export function between(a: Slant, b: Slant): Slant {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]
}

/** Answer `way` turned a quarter clockwise in the plane of the label: √det S · J · S⁻¹ · way. */
export function quarterTurn([xx, xy, yy]: Slant, { x, y }: Point): Point {
  const root = Math.sqrt(Math.max(1e-6, xx * yy - xy * xy))
  return { x: (xy * x - xx * y) / root, y: (yy * x - xy * y) / root }
}

/** Answer how many modules long `way` is. */
export function modulesAlong([xx, xy, yy]: Slant, { x, y }: Point): number {
  const area = Math.max(1e-6, xx * yy - xy * xy)
  return Math.sqrt((CORE * (yy * x * x - 2 * xy * x * y + xx * y * y)) / area)
}
