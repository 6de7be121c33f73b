/** Where a code of the frame lies on the screen: the video fills its box and is cut at two sides. Pure. */
import { zoomed } from '@/core/scan/crop'
import type { Reading } from '@/core/scan/types'

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
  const scale = Math.max(box.width / frame.width, box.height / frame.height) * times
  return corners
    .map(({ x, y }) => {
      const across = (x - part.width / 2) * scale + box.width / 2
      const down = (y - part.height / 2) * scale + box.height / 2
      return `${Math.round(across)},${Math.round(down)}`
    })
    .join(' ')
}
