/** What a scanned pass or permit is worth at the gate and on site, without a network (`renovation.md` 5). Pure; twin of the server's. */
import type { Day } from '@/ground/calendar/rules'
import type { Pass, Renovation, State, Verdict } from './types'

type Site = Pick<Renovation, 'state' | 'unitId' | 'permitFrom' | 'permitUntil'>

const BEFORE: readonly State[] = [
  ...(['draft', 'submitted', 'incomplete', 'in_review', 'returned', 'approved', 'paid'] as const),
]
const AFTER: readonly State[] = ['observation', 'recheck_due', 'refund_due', 'closed']

/** What was scanned: a pass with its site, or a permit, which is the site alone. */
export interface Scanned {
  pass: Pick<Pass, 'state'> | null
  site: Site | null
}

/** Answer whether who shows it may work here today; `unitId` is the unit in front of which one stands, if any. */
export function verdictOf({ pass, site }: Scanned, unitId: string | null, today: Day): Verdict {
  if (site === null) return 'unknown'
  if ((pass && pass.state !== 'issued') || site.state === 'cancelled') return 'revoked'
  if (unitId !== null && unitId !== site.unitId) return 'not_this_unit'
  return verdictOfSite(site, today)
}

function verdictOfSite({ state, permitFrom, permitUntil }: Site, today: Day): Verdict {
  if (BEFORE.includes(state) || (permitFrom !== null && today < permitFrom)) return 'not_yet'
  if (AFTER.includes(state) || (permitUntil !== null && today > permitUntil)) return 'expired'
  return 'valid'
}

/** Why more workers cannot be given passes (acceptance 3). */
export type AskingLack = 'not_person_in_charge' | 'pass_not_shown' | 'permit_not_shown'

/** Answer why this person may not ask for more workers, or null: only who is in charge, with permit and own pass. */
export function askingLack(
  one: Pick<Renovation, 'personInCharge' | 'passes'>,
  asked: { by: string; shownPermit: boolean; shownPassId: string | null },
): AskingLack | null {
  if (asked.by !== one.personInCharge) return 'not_person_in_charge'
  const shown = one.passes.find(({ passId }) => passId === asked.shownPassId)
  if (shown?.workerId !== asked.by || shown.state !== 'issued') return 'pass_not_shown'
  return asked.shownPermit ? null : 'permit_not_shown'
}

/** Answer the workers on the list who hold no pass. */
export function withoutPass({ workers, passes }: Pick<Renovation, 'workers' | 'passes'>) {
  const holds = (workerId: string) =>
    passes.some((pass) => pass.workerId === workerId && pass.state === 'issued')
  return workers.filter(({ workerId }) => !holds(workerId))
}

/** Answer the workers who lack what a pass needs: an ID shown, and so many photos (REN-R12). */
export function incompleteWorkers(
  { workers }: Pick<Renovation, 'workers'>,
  photosEach: number,
): string[] {
  return workers
    .filter(({ idShown, photos }) => !idShown || photos.length < photosEach)
    .map(({ workerId }) => workerId)
}
