/** Which renovations stand in which list, the most pressing first. Pure. */
import type { Case } from './board'
import { flagsOf, isRed, stateOf, type Today } from './standing'
import type { State } from './types'

export const LISTS = ['sites', 'desk', 'ending', 'over'] as const
export type List = (typeof LISTS)[number]

const DESK: readonly State[] = [
  ...(['draft', 'submitted', 'incomplete', 'in_review', 'returned', 'approved', 'paid'] as const),
]
const ENDING: readonly State[] = [
  ...(['completion_reported', 'rectifying', 'observation', 'recheck_due', 'refund_due'] as const),
]

/** Answer the list in which a case stands. */
export function listOf(state: State): List {
  if (DESK.includes(state)) return 'desk'
  if (ENDING.includes(state)) return 'ending'
  return state === 'closed' || state === 'cancelled' ? 'over' : 'sites'
}

/** Say whether somebody saw the site today. */
export const seenToday = ({ one }: Case, { day }: Today) => one.lastVisitedOn === day

/** Answer the cases of a list: red ones first, then those that nobody saw today, then by unit. */
export function casesIn(list: List, cases: readonly Case[], today: Today): Case[] {
  const rank = (one: Case) =>
    isRed(one.one, today)
      ? 0
      : flagsOf(one.one, today).length > 0
        ? 1
        : seenToday(one, today)
          ? 3
          : 2
  return cases
    .filter(({ one }) => listOf(stateOf(one, today.day)) === list)
    .sort((a, b) => rank(a) - rank(b))
}

/** Say whether a case is one that is looked for by unit, contractor, customer or number. */
export function matches({ one }: Case, wanted: string): boolean {
  const known = [one.unitName, one.contractor.name, one.applicant.name, one.serial ?? '']
  return known.some((text) => folded(text).includes(folded(wanted)))
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
