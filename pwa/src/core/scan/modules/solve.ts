/** Linear equations. Pure. */

/** Rounding may leave less than nothing under a root. */
const TINY = 1e-9

/**
 * Answer x of matrix · x = right, for a symmetric positive matrix (Cholesky); both are used up.
 *
 * matrix  row by row; only its lower half is read
 */
export function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  factor(matrix, right.length)
  return backward(matrix, forward(matrix, right))
}

/** Turn the lower half of `matrix` into the triangle whose square it is. */
function factor(matrix: Float64Array, size: number): void {
  const m = (row: number, column: number) => matrix[row * size + column] ?? 0
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let rest = m(row, column)
      for (let at = 0; at < column; at++) rest -= m(row, at) * m(column, at)
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(rest, TINY)) : rest / m(column, column)
    }
}

function forward(triangle: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  for (let row = 0; row < size; row++) {
    let rest = right[row] ?? 0
    for (let at = 0; at < row; at++) rest -= (triangle[row * size + at] ?? 0) * (right[at] ?? 0)
    right[row] = rest / (triangle[row * size + row] ?? 1)
  }
  return right
}

function backward(triangle: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row] ?? 0
    for (let at = row + 1; at < size; at++)
      rest -= (triangle[at * size + row] ?? 0) * (right[at] ?? 0)
    right[row] = rest / (triangle[row * size + row] ?? 1)
  }
  return right
}
