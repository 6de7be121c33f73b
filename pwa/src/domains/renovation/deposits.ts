/** The register of deposits: each sum in and out with the balance after it, to the fen. Pure. */
import type { Paid } from './types'

/** Sums in fen; `held` is the balance at the end. */
export interface Sums {
  in: number
  out: number
  kept: number
  held: number
}

/** As the server tells it; `before` is the balance when the first day began. */
export interface Deposits extends Sums {
  before: number
  rows: DepositRow[]
  months: (Sums & { month: string })[]
}

export type DepositRow = Paid & { renovationId: string; serial: string; unitName: string }
export type LedgerLine = DepositRow & { held: number }

/** Answer the rows, oldest first, each with the balance after it. */
export function ledgerOf({ rows, before }: Pick<Deposits, 'rows' | 'before'>): LedgerLine[] {
  let held = before
  return rows.map((row) => {
    held += row.direction === 'in' ? row.amount : -row.amount
    return { ...row, held }
  })
}
