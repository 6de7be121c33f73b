/** All that is out, by who has it. Pure. */
import { isLate } from './chase'
import type { Borrower, KeyCase, KeyLoan } from './types'

export interface Holder {
  /** The login where there is one, else department and name. */
  key: string
  borrower: Borrower
  phone: string
  out: { one: KeyCase; loan: KeyLoan }[]
  late: number
}

/** Answer who has keys now: who is late first, then by whose are due first. */
export function holdersOf(cases: readonly KeyCase[], now: Date): Holder[] {
  const holders = new Map<string, Holder>()
  for (const { one, loan } of outOf(cases)) {
    const { borrower, phone } = loan
    const key = borrower.personId ?? `${borrower.kind} ${borrower.department} ${borrower.name}`
    const holder = holders.get(key) ?? { key, borrower, phone: '', out: [], late: 0 }
    holder.out.push({ one, loan })
    holder.phone ||= phone
    holder.late += isLate(loan, now) ? 1 : 0
    holders.set(key, holder)
  }
  return [...holders.values()].sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
}

/** Answer the open loans with their sets, the one that is due first ahead. */
export function outOf(cases: readonly KeyCase[]): { one: KeyCase; loan: KeyLoan }[] {
  return cases
    .flatMap((one) => (one.open ? [{ one, loan: one.open }] : []))
    .sort((a, b) => a.loan.dueAt.localeCompare(b.loan.dueAt))
}

const orderOf = ({ late, out }: Holder) => `${late > 0 ? 0 : 1} ${out[0]?.loan.dueAt ?? ''}`
