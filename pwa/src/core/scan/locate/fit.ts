/** How well a code lies in a plane, and the corners where it lies best. Pure. */
import { planeOf, type Corners, type Plane } from '@/core/scan/locate/plane'
import { sampled } from '@/core/scan/locate/sample'
import type { Guess } from '@/core/scan/locate/guesses'
import { DATA, FORMAT, layoutOf, type Side } from '@/core/scan/qr/layout'
import type { Grey } from '@/core/scan/sharpen'

/** Where a code lies, and how well its fixed modules and edges agree with that: 0 not at all, 1.5 in print. */
export interface Fit extends Guess {
  score: number
}

/** Centres of modules, and whether they have to be dark (1), light (-1) or either (0). */
interface Probe {
  u: Float32Array
  v: Float32Array
  wanted: Int8Array
}

/** Deviations beyond this say no more. */
const CLIP = 1.2
const AWAY = 0.5
/** Corners are moved by these parts of a module, until nothing gets better. */
const STEPS = [0.8, 0.4, 0.2]
const ROUNDS = 3
const LITTLE = 0.01
/** The far corner first: the guess knows it least. */
const ORDER = [2, 0, 1, 3]
const MOVES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

const probes = new Map<Side, Probe>()
const seen = new Float32Array(41 * 41)

/** Answer how well `guess` agrees with the picture. */
export function scoreOf(grey: Grey, guess: Guess): number {
  const plane = planeOf(guess.corners)
  return plane ? scoreIn(grey, plane, guess.side, guess.inverted) : 0
}

/** Answer `guess` with its corners moved to where it agrees best. */
export function settled(grey: Grey, guess: Guess): Fit {
  const [a, b, , d] = guess.corners
  const module =
    (Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(d.x - a.x, d.y - a.y)) / 2 / guess.side
  let best: Fit = { ...guess, score: scoreOf(grey, guess) }
  for (const step of STEPS)
    for (let round = 0; round < ROUNDS; round++) {
      const before = best.score
      for (const corner of ORDER) best = moved(grey, best, corner, step * module)
      if (best.score - before < LITTLE) break
    }
  return best
}

function moved(grey: Grey, fit: Fit, corner: number, by: number): Fit {
  let best = fit
  for (const [x, y] of MOVES) {
    const corners = best.corners.map((point, at) =>
      at === corner ? { x: point.x + x * by, y: point.y + y * by } : point,
    ) as unknown as Corners
    const score = scoreOf(grey, { ...best, corners })
    if (score > best.score) best = { ...best, corners, score }
  }
  return best
}

/** The fixed modules shall have their shade; all others shall be far from grey, as they are at their centres only. */
function scoreIn(grey: Grey, plane: Plane, side: Side, inverted: boolean): number {
  const { u, v, wanted } = probeOf(side)
  let [sum, squares] = [0, 0]
  for (let at = 0; at < u.length; at++) {
    const value = sampled(grey, plane, u[at] ?? 0, v[at] ?? 0)
    seen[at] = value
    sum += value
    squares += value * value
  }
  const mean = sum / u.length
  const deviation = Math.sqrt(Math.max(1, squares / u.length - mean * mean)) * (inverted ? -1 : 1)
  let [agreed, fixed, away] = [0, 0, 0]
  for (let at = 0; at < u.length; at++) {
    const dark = Math.max(-CLIP, Math.min(CLIP, (mean - (seen[at] ?? 0)) / deviation))
    const want = wanted[at] ?? 0
    agreed += want * dark
    if (want === 0) away += Math.abs(dark)
    else fixed++
  }
  return agreed / fixed + (AWAY * away) / (u.length - fixed)
}

/** All fixed modules and every second other one. */
function probeOf(side: Side): Probe {
  const known = probes.get(side)
  if (known) return known
  const { fixed } = layoutOf(side)
  const isProbed = (shade: number, place: number) =>
    (shade !== DATA && shade !== FORMAT) || (Math.floor(place / side) + place) % 2 === 0
  const places = [...fixed.keys()].filter((place) => isProbed(fixed[place] ?? 0, place))
  const probe = {
    u: Float32Array.from(places, (place) => ((place % side) + 0.5) / side),
    v: Float32Array.from(places, (place) => (Math.floor(place / side) + 0.5) / side),
    wanted: Int8Array.from(places, (place) => [-1, 1, 0, 0][fixed[place] ?? 0] ?? 0),
  }
  probes.set(side, probe)
  return probe
}
