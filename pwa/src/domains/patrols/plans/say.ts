/** A plan in words. */
import { t } from '@/core/text'
import type { PlanTold, Version } from '@/domains/patrols/plans/types'

/** Answer how many rounds there are on which days. */
export function countsOf({ roundsOnWorkingDay, roundsOnRestDay }: PlanTold): string {
  return t('patrols.plans.counts', { working: roundsOnWorkingDay, rest: roundsOnRestDay })
}

/** Answer the windows of the rounds, and whether they are the route's own. */
export function windowsOf({ windows, ownWindows }: PlanTold): string {
  const times = windows.map(({ start, end }) => `${start}–${end}`).join(t('people.comma'))
  return ownWindows ? times : t('patrols.plans.settingsWindows', { times })
}

/** Answer whose the rounds are; `steward` is responsible for the route. */
export function walkersOf(
  { assignees, assigneeNames }: PlanTold,
  steward: string | null | undefined,
): string {
  if (assignees === 'anybody') return t('patrols.plans.anybodyWalks')
  if (assignees === 'named') return assigneeNames.join(t('people.comma'))
  return steward ? t('patrols.plans.stewardWalks', { name: steward }) : t('patrols.plans.noSteward')
}

/** Answer who set a plan; nobody is known of those of before. */
export function setBy({ setByName }: Version): string {
  return t('patrols.plans.setBy', { name: setByName || t('patrols.plans.system') })
}
