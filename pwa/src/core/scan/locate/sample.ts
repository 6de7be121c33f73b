/** Brightness between the pixels. Pure. */
import type { Plane } from '@/core/scan/locate/plane'
import type { Grey } from '@/core/scan/sharpen'

/** Answer the brightness where (u, v) of `plane` is seen; beyond the edge it is that of the edge. */
export function sampled({ data, width, height }: Grey, plane: Plane, u: number, v: number): number {
  const w = plane[6] * u + plane[7] * v + 1
  const x = within((plane[0] * u + plane[1] * v + plane[2]) / w - 0.5, width)
  const y = within((plane[3] * u + plane[4] * v + plane[5]) / w - 0.5, height)
  const left = x | 0
  const at = (y | 0) * width + left
  const across = x - left
  const upper = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across
  const lower = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across
  return upper + (lower - upper) * (y - (y | 0))
}

function within(place: number, size: number): number {
  return place > 0 ? Math.min(place, size - 1.01) : 0
}
