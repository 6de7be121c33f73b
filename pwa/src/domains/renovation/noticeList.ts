/** The notices of all sites, what presses first. Pure. */
import type { Case } from './board'
import { noticeStateOf, type Today } from './standing'
import type { Notice, Renovation } from './types'

const ORDER = ['overdue', 'escalated', 'reported_fixed', 'issued', 'verified']

/** Answer every notice with its case: overdue ones first, those that are done last, each by its day. */
export function noticesIn(
  cases: readonly Pick<Case, 'one'>[],
  { day }: Today,
): { one: Renovation; notice: Notice }[] {
  const rank = (notice: Notice) => ORDER.indexOf(noticeStateOf(notice, day))
  return cases
    .flatMap(({ one }) => one.notices.map((notice) => ({ one, notice })))
    .sort((a, b) => rank(a.notice) - rank(b.notice) || (a.notice.dueOn < b.notice.dueOn ? -1 : 1))
}
