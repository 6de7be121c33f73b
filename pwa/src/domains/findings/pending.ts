/** What was done on this phone shows at once: own acts, told by the server or not, upon what it told. Pure. */
import { isFinal } from './ended'
import { sideOf } from './machine'
import type { ActDone, Actor, Case, Due, Finding, Made, Said, Smell } from './types'

/** Answer a finding with all that can be told of it; older servers tell less, and so does a report not sent yet. */
export function complete(found: Finding): Case {
  return {
    placeName: null,
    placeType: null,
    byId: '',
    photos: [],
    steps: [],
    dept: null,
    hard: false,
    orderNo: null,
    rework: 0,
    repeats: 0,
    due: [],
    fixer: null,
    verifier: null,
    signatures: [],
    smell: null,
    letters: [],
    escalatedTo: null,
    closedAt: null,
    acts: [],
    timesSeen: 0,
    lastSeen: null,
    ...found,
  }
}

/** Answer the finding as it stands once the acts `own`, oldest first, are taken in. Refused ones change nothing. */
export function withActs(found: Case, own: readonly ActDone[], who: Actor): Case {
  const told = new Set(found.acts.map(({ id }) => id))
  return own.filter(({ id }) => !told.has(id)).reduce((now, act) => taken(now, act, who), found)
}

function taken(found: Case, done: ActDone, who: Actor): Case {
  const acts = [...found.acts, done]
  if (done.refused) return { ...found, acts }
  const change = CHANGES[done.act as keyof Said] as Change | undefined
  const next = { ...found, ...change?.(found, done.said, done, who), acts }
  return { ...next, due: next.due.filter((due) => stillRuns(due, next)) }
}

type Change<T = Record<string, unknown>> = (
  found: Case,
  said: T,
  done: ActDone,
  who: Actor,
) => Partial<Case>

const doer = ({ byId, byName, at }: Made) => ({ id: byId, name: byName, at })
const made = ({ byId, byName, at }: Made): Made => ({ byId, byName, at })

const CHANGES: { [K in keyof Said]: Change<Said[K]> } = {
  settle: (_found, { action }, done) => ({
    state: action,
    ...(action === 'solved_on_spot' && { fixer: doer(done) }),
  }),
  dispatch: (_found, { dept, priority, hard }) => ({
    ...{ state: 'dispatched', dept, priority, hard },
    orderNo: null,
  }),
  order: (_found, { dept }) => ({ state: 'dispatched', dept, orderNo: null }),
  reject: (_found, _said, { at }) => ({ state: 'rejected', closedAt: at }),
  accept: () => ({ state: 'in_repair' }),
  fix: (_found, _said, done) => ({ state: 'fixed', fixer: doer(done) }),
  verify: ({ rework }, { outcome }, done) =>
    outcome === 'right'
      ? { state: 'verified', verifier: doer(done), signatures: [] }
      : { state: 'reopened', rework: rework + 1 },
  sign: (found, _said, done, who) => signed(found, done, who),
  letter: ({ letters }, said, done) => ({
    letters: [
      ...letters,
      { ...said, ...made(done), id: done.id, standsWith: 'supervisor', answer: null, passes: [] },
    ],
    escalatedTo: 'supervisor',
  }),
  letter_pass: ({ letters }, { letterId, to, answer }, { at, byName }) => ({
    letters: letters.map((letter) =>
      letter.id === letterId
        ? {
            ...letter,
            standsWith: to,
            answer: to === null ? answer : letter.answer,
            passes: [...letter.passes, { at, byName, to, answer }],
          }
        : letter,
    ),
    escalatedTo: to,
  }),
  smell_step: ({ smell }, said, done) => ({ smell: smell && smelled(smell, said, done) }),
}

function signed(found: Case, done: ActDone, who: Actor): Partial<Case> {
  const side = sideOf(found, who)
  if (!side) return {}
  const signatures = [...found.signatures, { ...made(done), side }]
  const both = signatures.length > 1
  return { signatures, ...(both && { state: 'closed', closedAt: done.at }) }
}

function smelled(smell: Smell, said: Said['smell_step'], done: ActDone): Smell {
  const { step, doneAt, ...words } = said
  const next = { ...smell, [step]: { ...made(done), ...words, at: doneAt } } as Smell
  return { ...next, finished: next.cause?.known === true || next.guard_result !== null }
}

const RUNS: Record<string, readonly string[]> = {
  dispatch: ['open', 'reported', 'reopened'],
  solve: ['open', 'reported', 'dispatched', 'in_repair', 'reopened'],
  verify: ['fixed', 'solved_on_spot'],
}

function stillRuns({ what }: Due, found: Case): boolean {
  if (isFinal(found)) return false
  if (what === 'smell_ask') return !found.smell?.asked
  if (what === 'smell_tell') return !found.smell?.cause?.known && !found.smell?.guard_told
  return RUNS[what]?.includes(found.state) ?? true
}
