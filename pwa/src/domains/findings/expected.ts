/** What waits for whom: more may be done than is waited for. Pure. */
import { isFinal } from './ended'
import { isOrdered, isOverseer, letterFor, mayDo } from './machine'
import type { Act, Actor, Case } from './types'

/**
 * Answer the act that is waited for from this person, or null.
 *
 * own  the place is on this person's route, or on nobody's
 */
export function expectedOf(found: Case, who: Actor, own: boolean): Act | null {
  if (isFinal(found)) return null
  const may = mayDo(found, who)
  const waited: Partial<Record<Act, boolean>> = {
    smell_step: smellWaits(found, who),
    letter_pass: letterFor(found, who) !== undefined,
    settle: found.byId === who.id,
    dispatch: true,
    accept: !isOverseer(who),
    fix: !isOverseer(who),
    verify: isOrdered(found) ? orderedBy(found, who) : own && !isOverseer(who),
    sign: true,
  }
  return may.find((act) => act in waited && waited[act]) ?? null
}

/** Who ordered it last rechecks it; any other overseer may. */
function orderedBy({ acts }: Case, { id }: Actor): boolean {
  return acts.findLast(({ act, refused }) => act === 'order' && !refused)?.byId === id
}

/** The finder has to ask and to find the cause or tell the guard; then security has to look. */
function smellWaits({ smell, byId }: Case, who: Actor): boolean {
  if (!smell || smell.finished) return false
  if (smell.guard_told) return who.depts.includes('security')
  return byId === who.id
}

/** Answer the steps from where a finding stands to its closing, the next one first. */
export function aheadOf({ state }: Case): Act[] {
  const WAY: Act[] = ['settle', 'dispatch', 'accept', 'fix', 'verify', 'sign']
  const NEXT: Record<string, Act> = {
    open: 'settle',
    reported: 'dispatch',
    reopened: 'dispatch',
    dispatched: 'accept',
    in_repair: 'fix',
    fixed: 'verify',
    solved_on_spot: 'verify',
    verified: 'sign',
  }
  const next = NEXT[state]
  return next ? WAY.slice(WAY.indexOf(next)) : []
}
