/** A drawn signature: strokes [x, y, x, y …] in a box 1000 wide and 400 high. Pure. */

export const WIDTH = 1000
export const HEIGHT = 400
/** The server takes as many numbers: 20 kB. */
export const MOST_NUMBERS = 4000
const MOST_STROKES = 100
/** A point nearer to the one before says nothing. */
const NEAR = 6

export type Stroke = readonly number[]

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))

/** Answer `strokes` with a point more: the next of the last stroke, or the first of a new one. */
export function drawn(
  strokes: readonly Stroke[],
  point: { x: number; y: number },
  begins: boolean,
): readonly Stroke[] {
  const [x, y] = [within(point.x, WIDTH), within(point.y, HEIGHT)]
  const last = strokes.at(-1)
  const full = strokes.reduce((sum, stroke) => sum + stroke.length, 0) + 2 > MOST_NUMBERS
  if (full || (begins && strokes.length >= MOST_STROKES)) return strokes
  if (begins || !last) return [...strokes, [x, y]]
  const [beforeX = 0, beforeY = 0] = last.slice(-2)
  if (Math.hypot(x - beforeX, y - beforeY) < NEAR) return strokes
  return [...strokes.slice(0, -1), [...last, x, y]]
}

/** Answer the strokes as the path of an SVG; a lone point becomes a dot. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      const points = stroke.flatMap((x, i) => (i % 2 === 0 ? [`${x} ${stroke[i + 1] ?? 0}`] : []))
      return `M${points[0]}L${(points.length > 1 ? points.slice(1) : points).join(' ')}`
    })
    .join('')
}

/** Say whether somebody has signed, and not only touched the box. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  return strokes.some((stroke) => stroke.length >= 6)
}
