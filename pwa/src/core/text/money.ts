/** Money is kept as whole fen; people read and write yuan. Pure. */

/** Answer fen as yuan: 2000.00. */
export function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}

/** Answer the fen that somebody wrote in yuan, or null where it is no such number. */
export function fenOf(text: string): number | null {
  const match = /^(\d{1,8})(?:[.,](\d{1,2}))?$/.exec(text.trim().replaceAll(' ', ''))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
