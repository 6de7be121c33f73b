/** When a loan is overdue, when it is chased and who is told of it (`keys.md` 4.3). Pure; twin of the server's. */
import type { KeyLoan, KeySettings } from './types'

const DAY_MS = 86_400_000
/** After so many days of chasing the manager is told, after so many the supervisor. */
const MANAGER_DAYS = 7
const SUPERVISOR_DAYS = 2

export type Standing = KeyLoan['state'] | 'overdue' | 'chasing'
type Lent = Pick<KeyLoan, 'state' | 'dueAt' | 'chaseFrom' | 'lentAt'>
type Basis = Pick<KeySettings, 'chase_basis' | 'chase_after_days'>

/** Answer from when on a loan is chased. */
export function chaseFrom(lentAt: string, dueAt: string, basis: Basis): string {
  const after = basis.chase_after_days * DAY_MS
  const fromLoan = Date.parse(lentAt) + after
  const fromDue = Date.parse(dueAt)
  const moment = {
    loan: fromLoan,
    due: fromDue + after,
    later_of_due_and_loan: Math.max(fromDue, fromLoan),
  }[basis.chase_basis]
  return new Date(moment).toISOString()
}

/** Answer how a loan stands at `now`: an open one may be overdue, or chased. */
export function standingOf({ state, dueAt, chaseFrom: from }: Lent, now: Date): Standing {
  if (state !== 'open' || now.getTime() <= Date.parse(dueAt)) return state
  return from !== null && now.getTime() >= Date.parse(from) ? 'chasing' : 'overdue'
}

/** Say whether a loan is out longer than it was lent for. */
export function isLate(loan: Lent, now: Date): boolean {
  return ['overdue', 'chasing'].includes(standingOf(loan, now))
}

/** Answer who besides the keeper is told of a loan that is chased. */
export function escalatedTo(loan: Lent, now: Date): 'supervisor' | 'manager' | null {
  if (standingOf(loan, now) !== 'chasing' || loan.chaseFrom === null) return null
  const since = Math.max(Date.parse(loan.dueAt), Date.parse(loan.chaseFrom))
  const chased = now.getTime() - since
  if (chased >= MANAGER_DAYS * DAY_MS) return 'manager'
  return chased >= SUPERVISOR_DAYS * DAY_MS ? 'supervisor' : null
}
