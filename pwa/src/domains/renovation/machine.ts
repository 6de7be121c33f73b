/** Who may do what with a renovation now (`renovation.md` 4). Pure; twin of the server's. */
import type { Act } from './said'
import { unpaidPasses } from './money'
import { withoutPass } from './passes'
import { isOverdue, noticeStateOf, stateOf, type Today } from './standing'
import {
  STATES,
  type Notice,
  type Pass,
  type Renovation,
  type State,
  type WorkRequest,
} from './types'

const OVERSEERS = ['supervisor', 'manager', 'office_manager'] as const
const CENTRE = ['steward', 'front_desk', ...OVERSEERS] as const
const SITE = [...CENTRE, 'engineer', 'renovation_inspector', 'guard'] as const
const STEWARDS = ['steward', ...OVERSEERS] as const

/** Who acts. */
export interface Doer {
  id: string
  name: string
  role: string
  /** Keeps the archive. */
  files: boolean
}

export interface Transition {
  from: readonly State[]
  who: readonly string[]
}

const BEFORE_PERMIT: readonly State[] = STATES.slice(0, STATES.indexOf('permitted'))
const UP_TO_PAID: readonly State[] = BEFORE_PERMIT
const RUNNING: readonly State[] = ['permitted', 'in_progress']
const ON_SITE: readonly State[] = ['permitted', 'in_progress', 'completion_reported', 'rectifying']
const NOT_OVER: readonly State[] = STATES.filter(
  (state) => state !== 'closed' && state !== 'cancelled',
)

/** From where each act on a case as a whole leads on, and who does it. */
export const TRANSITIONS: Partial<Record<Act, Transition>> = {
  amend: { from: ['draft', 'submitted', 'incomplete', 'returned'], who: CENTRE },
  paper: { from: NOT_OVER, who: CENTRE },
  sign: { from: UP_TO_PAID, who: CENTRE },
  submit: { from: ['draft'], who: CENTRE },
  incomplete: { from: ['submitted'], who: CENTRE },
  resubmit: { from: ['incomplete', 'returned'], who: CENTRE },
  forward: { from: ['submitted'], who: CENTRE },
  approve: { from: ['in_review'], who: ['engineer'] },
  return: { from: ['in_review'], who: ['engineer'] },
  joint_check: { from: UP_TO_PAID, who: STEWARDS },
  pay: { from: ['approved', ...RUNNING], who: ['finance'] },
  pass: { from: ['paid', ...RUNNING], who: CENTRE },
  add_worker: { from: RUNNING, who: CENTRE },
  permit: { from: ['paid'], who: CENTRE },
  start: { from: ['permitted'], who: [...CENTRE, 'guard'] },
  visit: { from: ['in_progress', 'rectifying'], who: SITE },
  notice: { from: ['in_progress', 'rectifying'], who: SITE },
  plan_change: { from: ['in_progress'], who: CENTRE },
  extension: { from: ['in_progress'], who: CENTRE },
  overnight: { from: ['in_progress'], who: CENTRE },
  hot_work: { from: ['in_progress'], who: CENTRE },
  tools: { from: ON_SITE, who: CENTRE },
  night_check: { from: ['in_progress'], who: SITE },
  complete: { from: ['in_progress'], who: CENTRE },
  accept: { from: ['completion_reported'], who: [...CENTRE, 'engineer'] },
  reinspect: { from: ['rectifying'], who: ['engineer'] },
  recheck: { from: ['recheck_due'], who: [...CENTRE, 'engineer'] },
  refund: { from: ['refund_due'], who: ['finance'] },
  withdraw: { from: BEFORE_PERMIT, who: CENTRE },
}

/** Say whether this person may do an act on a case that stands so. */
export function suits(act: Act, one: Renovation, who: Doer, { day }: Today): boolean {
  const state = stateOf(one, day)
  if (act === 'file') return state === 'closed' && one.filed === null && files(who)
  const moves = TRANSITIONS[act]
  const fits = moves?.from.includes(state) === true && moves.who.includes(who.role)
  return fits && (GUARDS[act]?.(one, day) ?? true)
}

const files = ({ role, files }: Doer) => files || (OVERSEERS as readonly string[]).includes(role)

/** What more must hold for an act to be offered at all; what is missing within one is said by its sheet. */
const GUARDS: Partial<Record<Act, (one: Renovation, day: string) => boolean>> = {
  incomplete: ({ missing }) => missing.length > 0,
  forward: ({ missing }) => missing.length === 0,
  joint_check: ({ jointCheck }) => jointCheck === null,
  pay: (one) => one.state === 'approved' || unpaidPasses(one) > 0,
  pass: (one) => withoutPass(one).length > 0 && (one.state !== 'paid' || one.jointCheck !== null),
  extension: (one, day) => !isOverdue(one, day),
}

/** In the order in which they are offered. */
const ORDER: readonly Act[] = [
  ...(['submit', 'incomplete', 'resubmit', 'forward', 'approve', 'return', 'pay'] as const),
  ...(['joint_check', 'pass', 'permit', 'start', 'visit', 'accept', 'reinspect'] as const),
  ...(['recheck', 'refund', 'file', 'notice', 'complete', 'plan_change', 'extension'] as const),
  ...([
    'overnight',
    'hot_work',
    'tools',
    'add_worker',
    'night_check',
    'amend',
    'withdraw',
  ] as const),
]

/** Answer what this person may do with a case as a whole, the likeliest first. */
export function mayDo(one: Renovation, who: Doer, today: Today): Act[] {
  return ORDER.filter((act) => suits(act, one, who, today))
}

/** Answer what this person may do about a notice of it (`renovation.md` 9). */
export function mayDoNotice(notice: Notice, who: Doer, { day }: Today): Act[] {
  const state = noticeStateOf(notice, day)
  const allowed: [Act, boolean, readonly string[]][] = [
    ['notice_verify', state !== 'verified', [...STEWARDS, 'engineer', 'renovation_inspector']],
    ['notice_fixed', ['issued', 'overdue', 'escalated'].includes(state), CENTRE],
    [
      'notice_escalate',
      state === 'overdue' || (notice.refusedToSign && state === 'issued'),
      OVERSEERS,
    ],
  ]
  return granted(allowed, who)
}

const DECIDES: Record<WorkRequest['kind'], readonly string[]> = {
  plan_change: ['renovation_inspector'],
  extension: OVERSEERS,
  overnight: OVERSEERS,
  hot_work: ['engineer'],
  tools: [],
}

/** Answer what this person may do about something that was asked for while work runs. */
export function mayDoRequest(request: WorkRequest, who: Doer): Act[] {
  const { kind, state } = request
  return granted(
    [
      ['decide', state === 'requested', DECIDES[kind]],
      ['release', kind === 'tools' && state === 'approved', [...CENTRE, 'guard']],
    ],
    who,
  )
}

/** Answer what this person may do about a pass. */
export function mayDoPass({ state }: Pass, who: Doer): Act[] {
  return granted(
    [
      ['pass_return', state !== 'returned', [...CENTRE, 'guard']],
      ['pass_lost', state === 'issued' || state === 'revoked', CENTRE],
      ['pass_revoke', state === 'issued', CENTRE],
    ],
    who,
  )
}

function granted(
  allowed: readonly (readonly [Act, boolean, readonly string[]])[],
  { role }: Doer,
): Act[] {
  return allowed.filter(([, holds, roles]) => holds && roles.includes(role)).map(([act]) => act)
}

/** Who is waited for. */
export type Waited =
  'centre' | 'engineer' | 'finance' | 'gate' | 'site' | 'acceptance' | 'time' | 'archive' | 'nobody'

const WAITED: Record<State, Waited> = {
  draft: 'centre',
  submitted: 'centre',
  incomplete: 'centre',
  in_review: 'engineer',
  returned: 'centre',
  approved: 'finance',
  paid: 'centre',
  permitted: 'gate',
  in_progress: 'site',
  completion_reported: 'acceptance',
  rectifying: 'engineer',
  observation: 'time',
  recheck_due: 'acceptance',
  refund_due: 'finance',
  closed: 'archive',
  cancelled: 'nobody',
}

/** Answer who is waited for before the case goes on. */
export function waitsFor(one: Renovation, day: string): Waited {
  const waited = WAITED[stateOf(one, day)]
  return waited === 'archive' && one.filed !== null ? 'nobody' : waited
}
