/** Drawing up a plan: what it begins with, what it lacks, what is sent. Pure. */
import { dayAfter } from '@/ground/calendar/rules'
import { windowsFollow } from '@/ground/estates/rules'
import type { PlanForm, PlannedRoute, Version } from '@/domains/patrols/plans/types'

/** Answer the plan that is still to begin, the latest of them; undefined where none is. */
export function toCome({ versions }: PlannedRoute, today: string): Version[] {
  return versions
    .filter(({ validFrom, replaced }) => !replaced && validFrom > today)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
}

/** Answer the version that holds today; undefined where the settings stand in. */
export function holding({ versions }: PlannedRoute, today: string): Version | undefined {
  return versions
    .filter(({ validFrom, replaced }) => !replaced && validFrom <= today)
    .reduce<Version | undefined>(
      (newest, one) => (newest && newest.validFrom > one.validFrom ? newest : one),
      undefined,
    )
}

/** Answer what drawing up begins with: the plan that comes last, to hold from tomorrow or from its own day on. */
export function formOf(route: PlannedRoute, today: string): PlanForm {
  const last = toCome(route, today).at(-1)
  const { windows, ownWindows, assigneeIds, ...plan } = last?.plan ?? route.holds
  return {
    onWorkingDay: plan.roundsOnWorkingDay,
    onRestDay: plan.roundsOnRestDay,
    ownWindows,
    windows: windows.map(({ start, end }) => [start, end]),
    assignees: plan.assignees,
    assigneeIds: [...assigneeIds],
    validFrom: last?.validFrom ?? dayAfter(today, 1),
  }
}

export type Lack = 'windows' | 'few' | 'people' | 'day'

/** Answer what keeps the plan from being walked, or null. */
export function lackOf(form: PlanForm, today: string): Lack | null {
  const { windows, ownWindows, onWorkingDay, onRestDay, assignees, assigneeIds } = form
  if (ownWindows && !windowsFollow(windows)) return 'windows'
  if (Math.max(onWorkingDay, onRestDay) > windows.length) return 'few'
  if (assignees === 'named' && assigneeIds.length === 0) return 'people'
  return form.validFrom > today ? null : 'day'
}

/** Answer the plan as it is sent; `seen` is the number of the route's newest plan that was on the screen. */
export function bodyOf(form: PlanForm, seen: number): object {
  return {
    seen,
    windows: form.ownWindows ? form.windows.map(([start, end]) => ({ start, end })) : [],
    roundsOnWorkingDay: form.onWorkingDay,
    roundsOnRestDay: form.onRestDay,
    validFrom: form.validFrom,
    assignees: form.assignees,
    assigneeIds: form.assignees === 'named' ? form.assigneeIds : [],
  }
}
