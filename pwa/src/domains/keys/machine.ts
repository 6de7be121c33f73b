/** What may be done with a set now, and by whom (`keys.md` 6). Pure; twin of the server's. */
import type { Act, Outcome } from './said'
import type { Keeper, KeyCase, KeyLoan, LoanState, SetState } from './types'

interface Transition<S> {
  from: readonly S[]
  to: readonly S[]
}

/** Acts that leave a set as it is are not among them. */
export const SET_TRANSITIONS: Partial<Record<Act, Transition<SetState>>> = {
  lend: { from: ['in_cabinet'], to: ['on_loan'] },
  take: { from: ['in_cabinet'], to: ['on_loan'] },
  return: { from: ['on_loan'], to: ['in_cabinet', 'incident'] },
  report: { from: ['in_cabinet', 'on_loan'], to: ['incident'] },
  settle: { from: ['incident'], to: ['in_cabinet', 'retired'] },
  hand_over: { from: ['in_cabinet'], to: ['handed_over'] },
  retire: { from: ['in_cabinet', 'incident'], to: ['retired'] },
}

export const LOAN_TRANSITIONS: Partial<Record<Act, Transition<LoanState>>> = {
  verify: { from: ['requested'], to: ['verified'] },
  refuse: { from: ['requested', 'verified'], to: ['refused'] },
  take: { from: ['requested', 'verified'], to: ['open'] },
  return: { from: ['open'], to: ['returned', 'returned_short'] },
  report: { from: ['open'], to: ['lost'] },
  settle: { from: ['returned_short', 'lost'], to: ['settled'] },
  resolve: { from: ['disputed', 'open'], to: ['open', 'returned', 'refused'] },
}

const OVERSEERS: readonly string[] = ['supervisor', 'manager', 'office_manager']
const KEEPERS: readonly string[] = ['steward', ...OVERSEERS]

/** Answer who acts, by the role. */
export function keeperOf(id: string, name: string, role: string): Keeper {
  return { id, name, role, keeps: KEEPERS.includes(role), oversees: OVERSEERS.includes(role) }
}

/** Answer what this person may do with a set as a whole, the likeliest first. */
export function mayDo(one: KeyCase, who: Keeper): Act[] {
  if (!who.keeps) return []
  const overseen: Act[] = ['resolve', 'agree', 'retire']
  return ORDER.filter((act) => suits(act, one) && (who.oversees || !overseen.includes(act)))
}

const ORDER: readonly Act[] = [
  ...(['resolve', 'return', 'lend', 'agree', 'settle', 'memo', 'call'] as const),
  ...(['hand_over', 'mandate', 'report', 'turn_away', 'retire'] as const),
]

function suits(act: Act, one: KeyCase): boolean {
  const { set } = one
  const disputed = disputedOf(one).length > 0
  const entrusted = set.custodyKind === 'owner_entrusted'
  const own: Partial<Record<Act, () => boolean>> = {
    resolve: () => disputed,
    agree: () => needsConsent(one),
    memo: () => set.memo !== null,
    settle: () => set.memo !== null,
    call: () => set.state === 'on_loan' || hasOwner(one),
    mandate: () => entrusted && (set.state === 'in_cabinet' || set.state === 'on_loan'),
    hand_over: () => set.custodyKind !== 'common_area',
    turn_away: () => set.state === 'in_cabinet' || set.state === 'incident',
  }
  const moves = SET_TRANSITIONS[act]
  const fromHere = moves === undefined || (moves.from.includes(set.state) && !disputed)
  return fromHere && (own[act]?.() ?? true)
}

/** Answer what this person may do about one loan of a set. */
export function mayDoLoan(loan: KeyLoan, { set }: KeyCase, who: Keeper, longest: number): Act[] {
  if (!who.keeps) return []
  const asked = loan.state === 'requested' || loan.state === 'verified'
  const proven = loan.state === 'verified' || !isNonOwner(loan.borrower.kind)
  const consented = !isLong(loan.requestedAt, loan.dueAt, longest) || loan.consent !== null
  const allowed: [Act, boolean][] = [
    ['consent', asked && !consented && who.oversees],
    ['verify', loan.state === 'requested' && !proven],
    ['take', asked && proven && consented && set.state === 'in_cabinet'],
    ['refuse', asked],
    ['release_id', loan.idKept && ['returned', 'settled', 'refused'].includes(loan.state)],
    ['countersign', loan.alone.some((one) => !one.countersigned && one.byId !== who.id)],
  ]
  return allowed.filter(([, may]) => may).map(([act]) => act)
}

/** Say whether such a borrower must show a mandate, be confirmed by the owner and leave an ID (KEY-I5). */
export function isNonOwner(kind: string): boolean {
  return kind === 'tenant' || kind === 'agent'
}

/** Say whether a loan is for longer than a keeper alone may give. */
export function isLong(from: string, dueAt: string, longest: number): boolean {
  return Date.parse(dueAt) - Date.parse(from) > longest * 86_400_000
}

/** Answer the loans of which each claims to be the one that is out. */
export function disputedOf({ loans }: Pick<KeyCase, 'loans'>): KeyLoan[] {
  return loans.filter(({ state }) => state === 'disputed')
}

/** Answer whose consent a copy or another lock needs, or null. */
export function consentBy({ set }: Pick<KeyCase, 'set'>): 'developer' | 'owner' | null {
  if (set.custodyKind === 'common_area') return null
  return set.custodyKind === 'developer_held' ? 'developer' : 'owner'
}

/** Answer how an incident may end now: a copy or another lock only for an overseer, and with consent (acceptance 7). */
export function outcomesFor(one: KeyCase, who: Keeper): Outcome[] {
  const free = who.oversees && !needsConsent(one)
  return free ? ['found', 'copied', 'lock_changed'] : ['found']
}

function needsConsent(one: KeyCase): boolean {
  return one.set.memo !== null && one.set.memo.agreed === null && consentBy(one) !== null
}

function hasOwner({ set }: KeyCase): boolean {
  return set.state === 'in_cabinet' && set.custodyUntil !== null
}

/** Say whether the time for which a set was entrusted is over (`today` in the estate's zone). */
export function isExpired({ state, custodyUntil }: KeyCase['set'], today: string): boolean {
  return state === 'in_cabinet' && custodyUntil !== null && custodyUntil < today
}
