/** Where codes may lie, given two of their corner squares: they stand along a side, or across. Pure. */
import type { Finder } from '@/core/scan/locate/finders'
import type { Corners } from '@/core/scan/locate/plane'
import { modulesAlong, quarterTurn, type Slant } from '@/core/scan/locate/slant'
import { SIDES, type Side } from '@/core/scan/qr/layout'
import type { Point } from '@/core/scan/types'

export interface Guess {
  corners: Corners
  side: Side
  inverted: boolean
}

/** Centres of the three corner squares; `missing` is the one that was not used to find the others. */
interface Three {
  topLeft: Point
  topRight: Point
  bottomLeft: Point
  missing: 'topLeft' | 'topRight' | 'bottomLeft'
}

/** The third square is taken as it was found when it lies this near to where it should (of the side). */
const NEAR = 0.22
/** How far blur and slant may mislead about the number of modules. */
const FEWER = 0.72
const MORE = 1.35

/** Answer all codes of which `a` and `b` may be corner squares; `others` may hold the third. */
export function guessesFrom(
  a: Finder,
  b: Finder,
  slant: Slant,
  others: readonly Finder[],
): Guess[] {
  return threes(a, b, slant).flatMap((three) => {
    const near = NEAR * distance(three.topLeft, three.topRight)
    const third = others.find(
      (one) =>
        one !== a &&
        one !== b &&
        one.inverted === a.inverted &&
        distance(one, three[three.missing]) < near,
    )
    const whole = third ? { ...three, [three.missing]: third } : three
    return sidesOf(whole, slant).map((side) => ({
      corners: cornersOf(whole, side),
      side,
      inverted: a.inverted,
    }))
  })
}

function threes(a: Point, b: Point, slant: Slant): Three[] {
  return [
    [a, b],
    [b, a],
  ].flatMap(([p, q]) => {
    if (!p || !q) return []
    const inward = quarterTurn(slant, { x: q.x - p.x, y: q.y - p.y })
    const corner = { x: (p.x + q.x + inward.x) / 2, y: (p.y + q.y + inward.y) / 2 }
    return [
      { topLeft: p, topRight: q, bottomLeft: plus(p, inward), missing: 'bottomLeft' },
      { topLeft: q, topRight: plus(q, inward), bottomLeft: p, missing: 'topRight' },
      { topLeft: corner, topRight: p, bottomLeft: q, missing: 'topLeft' },
    ] satisfies Three[]
  })
}

function sidesOf({ topLeft, topRight }: Three, slant: Slant): Side[] {
  const way = { x: topRight.x - topLeft.x, y: topRight.y - topLeft.y }
  const modules = modulesAlong(slant, way) + 7
  return SIDES.filter((side) => side > FEWER * modules && side < MORE * modules)
}

/** The centre of a corner square lies three and a half modules inside. */
function cornersOf({ topLeft, topRight, bottomLeft }: Three, side: Side): Corners {
  const [near, far] = [-3.5 / (side - 7), 1 + 3.5 / (side - 7)]
  const at = (u: number, v: number) => ({
    x: topLeft.x + u * (topRight.x - topLeft.x) + v * (bottomLeft.x - topLeft.x),
    y: topLeft.y + u * (topRight.y - topLeft.y) + v * (bottomLeft.y - topLeft.y),
  })
  return [at(near, near), at(far, near), at(far, far), at(near, far)]
}

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
