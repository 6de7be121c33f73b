/** Arithmetic in GF(256) as QR codes use it (x⁸ + x⁴ + x³ + x² + 1). Pure. */

const EXP = new Uint8Array(512)
const LOG = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = EXP[power + 255] = value
  LOG[value] = power
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1
}

/** Answer the generator to the power of `power`, 0 to 509. */
export function alpha(power: number): number {
  return EXP[power] ?? 0
}

/** Answer a · b. */
export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0)
}

/** Answer a / b; b is not 0. */
export function over(a: number, b: number): number {
  return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + 255 - (LOG[b] ?? 0)] ?? 0)
}

/** Answer the polynomial's value at `x`; its lowest coefficient comes first. */
export function valueAt(polynomial: ArrayLike<number>, x: number): number {
  let value = 0
  for (let at = polynomial.length - 1; at >= 0; at--)
    value = times(value, x) ^ (polynomial[at] ?? 0)
  return value
}
