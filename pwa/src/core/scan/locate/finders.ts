/** Finds the corner squares of QR codes, each for itself: under dirt often only two of three are left. Pure. */
import { isSquare, lengthOf, type Runs } from '@/core/scan/locate/runs'
import { isDark, type Threshold } from '@/core/scan/locate/threshold'
import type { Grey } from '@/core/scan/sharpen'

/** A corner square: its centre and the size of a module, in pixels. */
export interface Finder {
  x: number
  y: number
  module: number
  /** How many of the looked-at rows showed it. */
  rows: number
  /** Light on dark. */
  inverted: boolean
}

/** Every so many rows: the core of the smallest square that can be read is higher. */
const STEP = 3
/** All pairs of them are tried: more take long and are seldom codes. */
const MOST = 10
/** Levels between core and ring; less is noise. */
const LEAST_CONTRAST = 14
/** A tilt of 60° makes a square twice as high as wide. */
const SLANT = 2.6

/** Answer the corner squares of `grey`, those first that the most rows for their size show. */
export function findersOf(grey: Grey, threshold: Threshold): Finder[] {
  const found: Finder[] = []
  for (let y = 1; y < grey.height - 1; y += STEP) scanRow(grey, threshold, y, found)
  const share = ({ rows, module }: Finder) => rows / module
  return found
    .filter(({ rows, module }) => rows >= Math.min(2, 0.6 * module))
    .sort((a, b) => share(b) - share(a))
    .slice(0, MOST)
}

function scanRow(grey: Grey, threshold: Threshold, y: number, found: Finder[]): void {
  const { data, width } = grey
  const { levels, across, shift } = threshold
  const blocks = (y >> shift) * across
  const runs: Runs = [0, 0, 0, 0, 0]
  let [dark, start] = [false, 0]
  for (let x = 0; x < width; x++) {
    const now = (data[y * width + x] ?? 0) < (levels[blocks + (x >> shift)] ?? 0)
    if (now === dark) continue
    for (let run = 0; run < 4; run++) runs[run] = runs[run + 1] ?? 0
    runs[4] = x - start
    if (isSquare(runs)) take(grey, threshold, runs, x, y, !dark, found)
    start = x
    dark = now
  }
}

/** Keep the square whose runs end before `end`, when the column through its centre shows one too. */
function take(
  grey: Grey,
  threshold: Threshold,
  runs: Runs,
  end: number,
  y: number,
  inverted: boolean,
  found: Finder[],
): void {
  const x = end - runs[4] - runs[3] - runs[2] / 2
  const column = Math.round(x - 0.5)
  if (contrast(grey, runs, end, y, column, inverted) < LEAST_CONTRAST) return
  const length = lengthOf(runs)
  const known = found.find((finder) => isSame(finder, x, y, length / 7, inverted))
  if (known) {
    known.rows++
    known.x += (x - known.x) / known.rows
    return
  }
  const seen = columnRuns(grey, threshold, column, y, 2 * length, inverted)
  if (!isSquare(seen.runs)) return
  const height = lengthOf(seen.runs)
  if (height > length * SLANT || length > height * SLANT) return
  found.push({ x, y: seen.centre, module: (length + height) / 14, rows: 1, inverted })
}

function contrast(
  { data, width }: Grey,
  runs: Runs,
  end: number,
  y: number,
  column: number,
  inverted: boolean,
): number {
  const core = data[y * width + column] ?? 0
  const ring = data[y * width + Math.round(end - runs[4] - runs[3] / 2 - 0.5)] ?? 0
  return inverted ? core - ring : ring - core
}

function isSame(finder: Finder, x: number, y: number, module: number, inverted: boolean): boolean {
  return (
    finder.inverted === inverted &&
    Math.abs(finder.x - x) < 1.5 * finder.module &&
    Math.abs(finder.y - y) < 2.5 * finder.module &&
    Math.abs(finder.module - module) < 0.5 * finder.module
  )
}

/** Answer the runs above and below a pixel of the core, none longer than `most`, and the core's centre. */
function columnRuns(
  grey: Grey,
  threshold: Threshold,
  x: number,
  y: number,
  most: number,
  inverted: boolean,
): { runs: Runs; centre: number } {
  const run = (from: number, step: number, dark: boolean) => {
    let at = from
    while (
      at >= 0 &&
      at < grey.height &&
      Math.abs(at - from) < most &&
      isDark(grey, threshold, x, at, inverted) === dark
    )
      at += step
    return Math.abs(at - from)
  }
  const up = run(y, -1, true)
  const down = run(y + 1, 1, true)
  const above = run(y - up, -1, false)
  const below = run(y + 1 + down, 1, false)
  const first = run(y - up - above, -1, true)
  const last = run(y + 1 + down + below, 1, true)
  return { runs: [first, above, up + down, below, last], centre: y + 1 - up + (up + down) / 2 }
}
