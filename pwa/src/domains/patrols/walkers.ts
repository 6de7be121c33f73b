/** Whose the rounds of a route are. Pure; twin of the server's `rules/assignees.py`. */
import type { Day } from '@/ground/calendar/rules'
import type { Route } from '@/ground/places/types'
import { planOn } from '@/domains/patrols/rules'
import type { Act } from '@/domains/patrols/signing/types'
import type { Plan } from '@/domains/patrols/types'

/** Say whether the rounds of a route on `date` are a person's to walk; `plans` may be of all routes. */
export function isGivenTo(
  by: string,
  { id, stewardId }: Pick<Route, 'id' | 'stewardId'>,
  plans: readonly Plan[],
  date: Day,
): boolean {
  const of = plans.filter(({ routeId }) => routeId === id)
  const { assignees = 'steward', assigneeIds = [] } = planOn(date, of) ?? {}
  if (assignees === 'steward') return stewardId === by
  return assignees === 'anybody' || assigneeIds.includes(by)
}

/** Answer to whom a round was handed over last, by what was done to its page; null while it was not. */
export function handedTo(acts: readonly Pick<Act, 'act' | 'detail'>[]): string | null {
  return acts.findLast(({ act }) => act === 'hand_over')?.detail.toId ?? null
}
