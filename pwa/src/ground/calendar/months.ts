/** Months as they are written: 2026-11. Pure. */

/** Answer the month so many later, or earlier: 2026-11 → 2026-12. */
export function monthAfter(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}
