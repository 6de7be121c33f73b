/** The plane of a label as the camera sees it. Pure. */
import type { Point } from '@/core/scan/types'

/** Takes the unit square to the picture: x = (m0·u + m1·v + m2) / (m6·u + m7·v + 1), y likewise with m3 to m5. */
export type Plane = readonly [number, number, number, number, number, number, number, number]

/** The corners of a code, clockwise from the one between two corner squares: (0,0), (1,0), (1,1), (0,1). */
export type Corners = readonly [Point, Point, Point, Point]

/** Answer the plane in which the unit square has these corners; null when they make no quadrangle. */
export function planeOf([a, b, c, d]: Corners): Plane | null {
  const [bx, by, dx, dy] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y]
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y]
  const area = bx * dy - dx * by
  if (Math.abs(area) < 1) return null
  const g = (sx * dy - dx * sy) / area
  const h = (bx * sy - sx * by) / area
  return [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
  ]
}
