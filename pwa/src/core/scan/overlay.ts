/** Where a code of the frame lies on the screen, and a touch in the frame: the video fills its box and is cut at two sides. Pure. */
import { zoomed } from '@/core/scan/crop'
import type { Point, Reading } from '@/core/scan/types'

interface Size {
  width: number
  height: number
}

/**
 * Answer the corners as the points of an SVG polygon, in pixels of the box.
 *
 * frame  the camera's picture, of which a digital zoom of `times` is shown
 * box    where it is shown, `object-fit: cover`
 */
export function outlineOf(
  corners: Reading['corners'],
  frame: Size,
  times: number,
  box: Size,
): string {
  const part = zoomed(frame, times)
  const scale = scaleOf(frame, times, box)
  return corners
    .map(({ x, y }) => {
      const across = (x - part.width / 2) * scale + box.width / 2
      const down = (y - part.height / 2) * scale + box.height / 2
      return `${Math.round(across)},${Math.round(down)}`
    })
    .join(' ')
}

/** Answer where in the whole frame `touch` (pixels of the box) lies, each coordinate 0 to 1. */
export function frameOf(touch: Point, frame: Size, times: number, box: Size): Point {
  const scale = scaleOf(frame, times, box)
  const part = (at: number, across: number, full: number) =>
    Math.min(1, Math.max(0, 0.5 + (at - across / 2) / scale / full))
  return {
    x: part(touch.x, box.width, frame.width),
    y: part(touch.y, box.height, frame.height),
  }
}

/** Answer how many pixels of the box a pixel of the frame fills. */
function scaleOf(frame: Size, times: number, box: Size): number {
  return Math.max(box.width / frame.width, box.height / frame.height) * times
}
