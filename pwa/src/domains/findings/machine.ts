/** From report to closing: which act leads from where to where, and who may do it (`patrol.md` 7). Pure; twin of the server's. */
import { isFinal } from './ended'
import type {
  Act,
  ActDone,
  Actor,
  Case,
  FindingState,
  Letter,
  Rank,
  Side,
  Smell,
  SmellStep,
} from './types'

interface Transition {
  act: Act
  from: readonly FindingState[]
  to: readonly FindingState[]
}

/** Acts that leave the state as it is are not among them. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'settle', from: ['open'], to: ['solved_on_spot', 'reported'] },
  { act: 'dispatch', from: ['reported', 'reopened'], to: ['dispatched'] },
  { act: 'order', from: ['reported', 'reopened'], to: ['dispatched'] },
  { act: 'reject', from: ['reported'], to: ['rejected'] },
  { act: 'accept', from: ['dispatched'], to: ['in_repair'] },
  { act: 'fix', from: ['in_repair'], to: ['fixed'] },
  { act: 'verify', from: ['fixed', 'solved_on_spot'], to: ['verified', 'reopened'] },
  { act: 'sign', from: ['verified'], to: ['verified', 'closed'] },
]

const OVERSEERS: readonly string[] = ['supervisor', 'manager', 'office_manager']
const RANKS: readonly Rank[] = ['supervisor', 'manager', 'office_manager', 'gm']

export function isOverseer({ role }: Actor): boolean {
  return OVERSEERS.includes(role)
}

/** Answer what this person may do about a finding now. */
export function mayDo(found: Case, who: Actor): Act[] {
  if (isFinal(found)) return []
  const office = isOffice(who)
  const ends = found.smell?.finished ?? true
  const allowed: Record<Act, boolean> = {
    settle: office,
    dispatch: who.manages,
    order: isOverseer(who),
    reject: who.manages && ends,
    accept: mayRepair(found, who),
    fix: mayRepair(found, who),
    verify: (isOrdered(found) ? isOverseer(who) : office) && found.fixer?.id !== who.id,
    sign: ends && sideOf(found, who) !== null,
    letter: office,
    letter_pass: letterFor(found, who) !== undefined,
    smell_step: smellSteps(found, who).length > 0,
  }
  return (Object.keys(allowed) as Act[]).filter((act) => allowed[act] && runsFrom(act, found.state))
}

/** Say whether it was ordered to be rectified: then an overseer rechecks it, and says what came of it (`patrol.md` 8). */
export function isOrdered({ acts }: Pick<Case, 'acts'>): boolean {
  return acts.some(({ act, refused }) => act === 'order' && !refused)
}

function runsFrom(act: Act, state: string): boolean {
  const known = TRANSITIONS.find((one) => one.act === act)
  return known === undefined || (known.from as readonly string[]).includes(state)
}

function mayRepair({ dept }: Case, who: Actor): boolean {
  return isOverseer(who) || (dept !== null && who.depts.includes(dept))
}

/** Answer the act by which it was put right: the last repair, else what was done on the spot, else the report itself. */
export function repairOf({ acts }: Pick<Case, 'acts'>): ActDone | undefined {
  const done = acts.filter(({ refused }) => !refused)
  return done.findLast(({ act }) => act === 'fix') ?? done.findLast(({ act }) => act === 'settle')
}

/** Answer the last verification that found it right. */
export function verificationOf({ acts }: Pick<Case, 'acts'>): ActDone | undefined {
  return acts.findLast(({ act, refused }) => act === 'verify' && !refused)
}

/** Answer for which side this person may sign, or null. Nobody signs twice. */
export function sideOf(found: Case, who: Actor): Side | null {
  const { fixer, verifier, signatures } = found
  if (signatures.some(({ byId }) => byId === who.id)) return null
  const free = (side: Side) => !signatures.some((one) => one.side === side)
  if (verifier?.id === who.id) return free('verifier') ? 'verifier' : null
  const dept = repairOf(found)?.act === 'fix' ? found.dept : 'customer_service'
  const answers = fixer?.id === who.id || (dept !== null && who.heads.includes(dept))
  return answers && free('fixer') ? 'fixer' : null
}

/** Answer the first letter that this person may pass on or answer. */
export function letterFor({ letters }: Case, who: Actor): Letter | undefined {
  const rank = rankOf(who)
  return letters.find(
    ({ standsWith }) => standsWith !== null && RANKS.indexOf(standsWith) <= rank && rank >= 0,
  )
}

/** What stands with the general manager, who works without this app, the office manager answers. */
function rankOf(who: Actor): number {
  if (who.role === 'office_manager') return RANKS.indexOf('gm')
  return who.manages ? RANKS.indexOf('manager') : RANKS.indexOf(who.role as Rank)
}

/** Answer to whom a letter can still be passed on, next first. */
export function higherThan({ standsWith }: Letter): Rank[] {
  return standsWith === null ? [] : RANKS.slice(RANKS.indexOf(standsWith) + 1)
}

/** Answer the steps after a smell that this person may say now (section 5). */
export function smellSteps({ smell }: Case, who: Actor): SmellStep[] {
  if (!smell) return []
  const guards = who.depts.includes('security') || isOverseer(who)
  return [...(isOffice(who) ? finderSteps(smell) : []), ...(guards ? guardSteps(smell) : [])]
}

function finderSteps({ asked, cause, guard_told, guard_result }: Smell): SmellStep[] {
  const open: [SmellStep, boolean][] = [
    ['asked', !asked],
    ['cause', !cause?.known && !guard_result],
    ['guard_told', !guard_told && cause?.known === false],
  ]
  return open.filter(([, still]) => still).map(([step]) => step)
}

function guardSteps({ guard_told, guard_result }: Smell): SmellStep[] {
  return guard_told && !guard_result ? ['guard_result'] : []
}

/** Say whether this person may report what is wrong outside any round: whoever walks the estate. */
export function mayReport(who: Actor): boolean {
  return isOffice(who) || who.role === 'guard'
}

function isOffice(who: Actor): boolean {
  return who.role === 'steward' || isOverseer(who)
}
