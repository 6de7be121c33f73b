/** Money as whole fen: what is due by the price list in force, and yuan as people read and write them. Pure; twin of the server's. */
import { dayOf, type Day } from '@/ground/calendar/rules'
import { LINES, type Line, type Paid, type Price, type State } from './types'

export { fenOf, yuan } from '@/core/text/money'

/** Answer the price list that holds on `day`: the newest that is valid by then, before every list the first. */
export function priceOn(prices: readonly Price[], day: Day): Price | undefined {
  const inOrder = [...prices].sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  return inOrder.findLast(({ valid_from }) => valid_from <= day) ?? inOrder[0]
}

/** Answer the price list for who paid at a moment, however late the receipt is entered: by the estate's day. */
export function priceAt(
  prices: readonly Price[],
  paidAt: Date,
  timezone: string,
): Price | undefined {
  return priceOn(prices, dayOf(paidAt, timezone))
}

export interface DueLine {
  line: Line
  quantity: number
  amount: number
}

/** Answer what is to be paid before the permit: each once, a pass for each worker (`renovation.md` 3). */
export function dueLines(price: Record<Line, number>, workers: number): DueLine[] {
  return LINES.map((line) => {
    const quantity = line === 'pass_cost' ? workers : 1
    return { line, quantity, amount: price[line] * quantity }
  })
}

/** Answer of how many workers nobody has paid the pass yet: of those who came later. */
export function unpaidPasses({
  workers,
  paid,
}: {
  workers: readonly unknown[]
  paid: readonly Pick<Paid, 'line' | 'quantity'>[]
}): number {
  const passes = paid.filter(({ line }) => line === 'pass_cost')
  return workers.length - passes.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Answer what is due now: all before the permit, later only the passes of those who came since. */
export function dueNow(
  one: { state: State; workers: readonly unknown[]; paid: readonly Paid[] },
  price: Record<Line, number>,
): DueLine[] {
  if (one.state === 'approved') return dueLines(price, one.workers.length)
  const quantity = unpaidPasses(one)
  return [{ line: 'pass_cost', quantity, amount: price.pass_cost * quantity }]
}

/** Answer the sum in fen. */
export function sumOf(lines: readonly Pick<DueLine, 'amount'>[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** Answer the deposit that is held: what came in less what went out. */
export function depositOf(paid: readonly Pick<Paid, 'line' | 'direction' | 'amount'>[]): number {
  return paid
    .filter(({ line }) => line === 'deposit')
    .reduce((sum, { direction, amount }) => sum + (direction === 'in' ? amount : -amount), 0)
}
