/** What was done on this phone shows at once: own acts upon what the server told (`protocol.md` 4). Pure. */
import type { Doer } from './machine'
import { missingOf } from './papers'
import type { Act, OwnAct, Said, Served } from './said'
import { personsAllowed } from './standing'
import type {
  Notice,
  Pass,
  Renovation,
  RenovationSettings,
  RequestKind,
  State,
  WorkRequest,
} from './types'

/** Answer how a case stands once `own`, oldest first, are taken in; those that its history tells are in already. */
export function withOwn(
  told: Renovation,
  own: readonly OwnAct[],
  who: Doer,
  settings: RenovationSettings,
): Renovation {
  const known = new Set(told.acts.map(({ id }) => id))
  const after = own
    .filter(({ id }) => !known.has(id))
    .reduce((now, act) => taken(now, { ...act, who }), told)
  return after === told ? told : { ...after, missing: missingOf(after, settings) }
}

interface Done extends OwnAct {
  who: Doer
}
type Change<K extends Act> = (now: Renovation, said: Said[K], done: Done) => Partial<Renovation>

function taken(now: Renovation, done: Done): Renovation {
  const change = CHANGES[done.act] as Change<Act> | undefined
  const next = { ...now, ...change?.(now, done.said, done) }
  const { id, act, at, who } = done
  const step = { id, act, at, byId: who.id, byName: who.name, note: '', remarks: [] }
  return { ...next, acts: [...now.acts, { ...step, from: now.state, to: next.state }] }
}

const to = (state: State) => () => ({ state })
const passTo =
  (state: Pass['state']) =>
  ({ passes }: Renovation, said: { passId: string }) => ({
    passes: passes.map((one) => (one.passId === said.passId ? { ...one, state } : one)),
  })

function noticeTo(
  { notices }: Renovation,
  noticeId: string,
  change: Partial<Notice>,
): Partial<Renovation> {
  const changed = (one: Notice) => (one.noticeId === noticeId ? { ...one, ...change } : one)
  return { notices: notices.map(changed) }
}

/** From which grave items a notice starts as major (REN-R05). */
const GRAVE = ['RN-02', 'RN-03', 'RN-07', 'RN-09']

/** Say whether a violation of these items is grave. */
export const isGrave = (items: readonly string[]) => items.some((item) => GRAVE.includes(item))

function served({ notices }: Renovation, said: Served, { at, who }: Done): Partial<Renovation> {
  const { noticeId, items, description, photos, dueOn, servedTo, refusedToSign, witness } = said
  const notice: Notice = {
    ...{ noticeId, items, description, photos, dueOn, servedTo, refusedToSign, witness },
    ...{ serial: null, grade: isGrave(items) ? 'major' : 'general', state: 'issued' },
    ...{ issuedAt: at, byName: who.name, fixedAt: null, verifiedAt: null, escalatedTo: null },
    rounds: [],
  }
  return { notices: [...notices, notice] }
}

const asked =
  (kind: RequestKind) =>
  ({ requests }: Renovation, said: object, { at, who }: Done): Partial<Renovation> => {
    const request: WorkRequest = {
      ...{ requestId: (said as { requestId: string }).requestId, kind, serial: null },
      // The owner has confirmed what leaves, so nobody decides about it.
      state: kind === 'tools' ? 'approved' : 'requested',
      ...{ askedAt: at, byName: who.name, said: { ...said }, decidedAt: null, decidedBy: null },
      note: '',
    }
    return { requests: [...requests, request] }
  }

function decided(
  { requests, permitUntil }: Renovation,
  { requestId, approved, note }: Said['decide'],
  { at, who }: Done,
): Partial<Renovation> {
  const state = approved ? 'approved' : 'refused'
  const change = { state, decidedAt: at, decidedBy: who.name, note } as const
  const one = requests.find((request) => request.requestId === requestId)
  const longer = approved && one?.kind === 'extension'
  return {
    requests: requests.map((request) => (request === one ? { ...request, ...change } : request)),
    permitUntil: longer ? String(one.said.until) : permitUntil,
  }
}

const CHANGES: { [K in Act]?: Change<K> } = {
  amend: (_, { application }) => application,
  paper: ({ papers }, { paper }) => ({
    papers: [...papers.filter(({ code }) => code !== paper.code), paper],
  }),
  sign: ({ signed }, { form, party }, { at }) => ({
    signed: [...signed, { form, party, name: '', at }],
  }),
  submit: (_, { agent }) => ({ state: 'submitted', agent }),
  incomplete: to('incomplete'),
  resubmit: ({ state }) => ({ state: state === 'returned' ? 'in_review' : 'submitted' }),
  forward: to('in_review'),
  approve: (_, { opinion }) => ({ state: 'approved', opinion }),
  return: (_, { reasons }) => ({ state: 'returned', opinion: reasons }),
  joint_check: (_, { answers, waterTest }, { at, who }) => {
    const abnormal = answers.filter(({ result }) => result === 'abnormal').map(({ item }) => item)
    return { jointCheck: { at, byName: who.name, waterTest, abnormal } }
  },
  pay: ({ state }) => ({ state: state === 'approved' ? 'paid' : state }),
  pass: ({ passes, workers }, { passId, workerId }, { at }) => {
    const { name = '', photos = [] } = workers.find((one) => one.workerId === workerId) ?? {}
    const shown = { passId, workerId, name, photo: photos[0]?.sha256 ?? null, note: '' }
    return { passes: [...passes, { ...shown, serial: null, state: 'issued', issuedAt: at }] }
  },
  add_worker: ({ workers }, { worker }) => ({ workers: [...workers, worker] }),
  permit: (_, { startOn, until }) => ({
    ...{ state: 'permitted', permitFrom: startOn, permitUntil: until },
  }),
  start: (_, __, { at }) => ({ state: 'in_progress', startedAt: at }),
  pass_return: passTo('returned'),
  pass_lost: passTo('lost'),
  pass_revoke: passTo('revoked'),
  notice: (now, { notice }, done) => served(now, notice, done),
  notice_fixed: (now, { noticeId }, { at }) =>
    noticeTo(now, noticeId, { state: 'reported_fixed', fixedAt: at }),
  notice_verify: (now, { noticeId, passed, dueOn }, { at }) =>
    noticeTo(
      now,
      noticeId,
      passed
        ? { state: 'verified', verifiedAt: at }
        : { state: 'issued', ...(dueOn !== null && { dueOn }) },
    ),
  notice_escalate: (now, said) =>
    noticeTo(now, said.noticeId, { state: 'escalated', escalatedTo: said.to }),
  plan_change: asked('plan_change'),
  extension: asked('extension'),
  overnight: asked('overnight'),
  hot_work: asked('hot_work'),
  tools: asked('tools'),
  decide: decided,
  release: ({ requests }, { requestId }) => ({
    requests: requests.map((one) =>
      one.requestId === requestId ? { ...one, state: 'released' as const } : one,
    ),
  }),
  complete: to('completion_reported'),
  accept: (now, { passed, notice }, done) => ({
    state: passed ? 'observation' : 'rectifying',
    ...(notice && served(now, notice, done)),
  }),
  reinspect: ({ state }, { passed }) => ({ state: passed ? 'observation' : state }),
  recheck: (now, { passed, notice }, done) => ({
    state: passed ? 'refund_due' : 'rectifying',
    ...(notice && served(now, notice, done)),
  }),
  refund: (_, __, { at }) => ({ state: 'closed', closedAt: at }),
  file: (_, __, { at, who }) => ({ filed: { id: who.id, name: who.name, at } }),
  night_check: nightSeen,
  withdraw: (_, { reason }) => ({ state: 'cancelled', cancelledReason: reason }),
}

/** Answer who is allowed to stay as the case tells it, for a look that the server has not judged yet. */
function nightSeen(
  now: Renovation,
  { checkId, night, persons, note, photos }: Said['night_check'],
  { at, who }: Done,
): Partial<Renovation> {
  const nights = now.nights ?? []
  if (nights.some(({ id }) => id === checkId)) return {}
  const seen = { id: checkId, night, at, byName: who.name, persons, note, photos, remarks: [] }
  return { nights: [...nights, { ...seen, allowed: personsAllowed(now, night) }] }
}

/** Answer the case that an application makes, before the server has told of it. */
export function appliedFor(
  { application }: Said['apply'],
  of: { id: string; estate: string; unitName: string },
): Renovation {
  return {
    ...application,
    ...of,
    ...{ serial: null, state: 'draft', building: '', floor: 0, papers: [], signed: [] },
    ...{ missing: [], agent: '', submittedAt: null, reviewDue: null, opinion: '' },
    ...{ paid: [], depositHeld: 0, jointCheck: null },
    ...{ permitFrom: null, permitUntil: null, startedAt: null, passes: [], notices: [] },
    ...{ requests: [], acceptedOn: null, recheckOn: null, refundDueOn: null, closedAt: null },
    ...{ filed: null, cancelledReason: '', lastVisitedOn: null, acts: [] },
  }
}
