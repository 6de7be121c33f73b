/** How surely each module is dark, judged by the modules around it. Pure. */

/** A module amid others of its shade, on all sides, is trusted this much: so looks dirt, and a mask prevents it in print. */
const UNIFORM = 0.2

/**
 * Answer a signed certainty a module: 1 surely dark, -1 surely light.
 *
 * reach   modules to each side that are compared
 * crisp   how strongly a module's difference from its four neighbours is raised first
 */
export function darknessOf(
  seen: Float32Array,
  side: number,
  reach: number,
  crisp: number,
): Float32Array {
  const sharp = crispened(seen, side, crisp)
  return sharp.map((value, at) => {
    const [row, column] = [Math.floor(at / side), at % side]
    let [least, most, sum, count] = [value, value, 0, 0]
    for (let y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y++)
      for (let x = Math.max(0, column - reach); x <= Math.min(side - 1, column + reach); x++) {
        const near = sharp[y * side + x] ?? 0
        if (near < least) least = near
        if (near > most) most = near
        sum += near
        count++
      }
    const middle = 0.5 * (sum / count) + 0.25 * (least + most)
    return Math.max(-1, Math.min(1, (2 * (middle - value)) / Math.max(1, most - least)))
  })
}

function crispened(seen: Float32Array, side: number, crisp: number): Float32Array {
  return seen.map((value, at) => {
    const column = at % side
    const left = column > 0 ? (seen[at - 1] ?? 0) : value
    const right = column < side - 1 ? (seen[at + 1] ?? 0) : value
    const above = seen[at - side] ?? value
    const below = seen[at + side] ?? value
    return value + crisp * (4 * value - left - right - above - below)
  })
}

/** Answer the same with less trust in modules that look like dirt. */
export function doubted(darkness: Float32Array, side: number): Float32Array {
  return darkness.map((value, at) => (isUniform(darkness, side, at) ? UNIFORM * value : value))
}

function isUniform(darkness: Float32Array, side: number, at: number): boolean {
  const [row, column] = [Math.floor(at / side), at % side]
  const dark = (darkness[at] ?? 0) > 0
  for (let y = Math.max(0, row - 1); y <= Math.min(side - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(side - 1, column + 1); x++)
      if ((darkness[y * side + x] ?? 0) > 0 !== dark) return false
  return true
}
