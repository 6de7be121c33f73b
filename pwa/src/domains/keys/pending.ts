/** What was done on this phone shows at once: own acts upon what the server told (`protocol.md` 4). Pure. */
import { chaseFrom } from './chase'
import type { Act, OwnAct, Said } from './said'
import type { Keeper, KeyLoan, KeySet, KeySettings, LoanState, Memo, SetState } from './types'

/** A set and its loans while acts are laid upon them. */
export interface Standing {
  set: KeySet
  loans: KeyLoan[]
}

/** Answer how a set stands once `own`, oldest first, are taken in; those that a loan's history tells are in already. */
export function withOwn(
  told: Standing,
  own: readonly OwnAct[],
  who: Keeper,
  settings: KeySettings,
): Standing {
  const known = new Set(told.loans.flatMap(({ acts }) => acts.map(({ id }) => id)))
  return own
    .filter(({ id }) => !known.has(id))
    .reduce((now, act) => taken(now, { ...act, who, settings }), told)
}

interface Done extends OwnAct {
  who: Keeper
  settings: KeySettings
}
type Change<K extends Act> = (now: Standing, said: Said[K], done: Done) => Standing

function taken(now: Standing, done: Done): Standing {
  const change = CHANGES[done.act] as Change<Act> | undefined
  const next = change?.(now, done.said, done) ?? now
  const loanId = 'loanId' in done.said ? done.said.loanId : null
  return loanId ? changed(next, loanId, (loan) => ({ acts: [...loan.acts, stepOf(done)] })) : next
}

const once = ({ at, who }: Done) => ({ at, byId: who.id, byName: who.name })
const stepOf = (done: Done) => ({
  ...once(done),
  ...{ id: done.id, act: done.act, remarks: [], waits: done.waits },
})

function changed(
  now: Standing,
  loanId: string,
  change: (loan: KeyLoan) => Partial<KeyLoan>,
): Standing {
  const loans = now.loans.map((loan) => (loan.id === loanId ? { ...loan, ...change(loan) } : loan))
  return { ...now, loans }
}

function setTo(now: Standing, state: SetState, more: Partial<KeySet> = {}): Standing {
  const loanId = state === 'on_loan' ? now.set.loanId : null
  return { ...now, set: { ...now.set, state, loanId, ...more } }
}

const memoOf = (done: Done, what: Memo['what'], loanId: string | null, text = ''): Memo => ({
  ...{ memoId: done.id, serial: null, what, openedAt: done.at, byName: done.who.name, loanId },
  ...{ course: text ? [{ at: done.at, byName: done.who.name, text }] : [], agreed: null },
})

function asked(
  { set }: Standing,
  said: Said['lend'] | Said['request'],
  done: Done,
  state: LoanState,
): KeyLoan {
  const by = { id: done.who.id, name: done.who.name }
  const { loanId, batchId, borrower, quantity, dueAt, reason, emergencyId, proofs } = said
  return {
    ...{ id: loanId, batchId, borrower, quantity, dueAt, reason, emergencyId, proofs, state },
    ...{ estate: set.estate, keySetId: set.id, keyNo: set.keyNo, placeName: set.placeName },
    ...{ serial: null, phone: said.private.phone ?? '', idLast4: said.private.idLast4 ?? '' },
    ...{ requestedAt: done.at, requestedBy: by, lentAt: null, lentBy: null, chaseFrom: null },
    ...{
      consent: null,
      idKept: (proofs?.idKept ?? null) !== null,
      returned: null,
      refusedReason: null,
    },
    ...{ closedAt: null, alone: [], calls: [], acts: [] },
  }
}

const takenAt = (done: Done, dueAt: string): Partial<KeyLoan> => ({
  ...{ state: 'open', lentAt: done.at, lentBy: { id: done.who.id, name: done.who.name } },
  chaseFrom: chaseFrom(done.at, dueAt, done.settings),
})

const CHANGES: { [K in Act]?: Change<K> } = {
  mandate: (now, { mandate }) => ({
    ...now,
    set: {
      ...now.set,
      mandate: { ...mandate, serial: null },
      custodyUntil: mandate.custodyUntil,
      serial: null,
    },
  }),
  lend: (now, said, done) => {
    const loan = { ...asked(now, said, done, 'open'), ...takenAt(done, said.dueAt) }
    return setTo({ ...now, loans: [loan, ...now.loans] }, 'on_loan', { loanId: loan.id })
  },
  request: (now, said, done) => ({
    ...now,
    loans: [asked(now, said, done, 'requested'), ...now.loans],
  }),
  verify: (now, { loanId, proofs }) =>
    changed(now, loanId, () => ({ state: 'verified', proofs, idKept: true })),
  consent: (now, { loanId }, done) => changed(now, loanId, () => ({ consent: once(done) })),
  refuse: (now, { loanId, reason }, { at }) =>
    changed(now, loanId, () => ({
      ...{ state: 'refused', refusedReason: reason, closedAt: at, idKept: false },
    })),
  take: (now, { loanId }, done) =>
    setTo(
      changed(now, loanId, ({ dueAt }) => takenAt(done, dueAt)),
      'on_loan',
      { loanId },
    ),
  return: returned,
  report: (now, { loanId, what, course }, done) => {
    const memo = memoOf(done, what, loanId, course)
    const lost = loanId ? changed(now, loanId, () => ({ state: 'lost' })) : now
    return setTo(lost, 'incident', { memo })
  },
  memo: (now, { course }, { at, who }) =>
    withMemo(now, (memo) => ({ course: [...memo.course, { at, byName: who.name, text: course }] })),
  agree: (now, { by, name, how }, { at, who }) =>
    withMemo(now, () => ({ agreed: { by, name, how, at, byName: who.name } })),
  settle: settled,
  release_id: (now, { loanId }) => changed(now, loanId, () => ({ idKept: false })),
  hand_over: (now) => setTo(now, 'handed_over'),
  retire: (now) => setTo(now, 'retired', { memo: null }),
  call: (now, said, { at, who }) => {
    if (said.loanId === null) return now
    const { whom, number, result, promise } = said
    const call = { at, byName: who.name, whom, number, result, promise }
    return changed(now, said.loanId, (loan) => ({ calls: [...loan.calls, call] }))
  },
  countersign: (now, { loanId, actId }, done) =>
    changed(now, loanId, ({ alone }) => ({
      alone: alone.map((one) =>
        one.actId === actId ? { ...one, countersigned: once(done) } : one,
      ),
    })),
  resolve: resolved,
}

function returned(now: Standing, said: Said['return'], done: Done): Standing {
  const loan = now.loans.find(({ id }) => id === said.loanId)
  if (loan?.state !== 'open') return now
  const quantity = said.counted.reduce((sum, count) => sum + count, 0)
  const { counted, condition, returnedBy } = said
  const short = quantity < loan.quantity
  const next = changed(now, loan.id, () => ({
    state: short ? 'returned_short' : 'returned',
    returned: { ...once(done), quantity, counted, condition, returnedBy },
    idKept: loan.idKept && (short || !said.idGivenBack),
    closedAt: short ? null : done.at,
  }))
  if (!short && condition === 'good') return setTo(next, 'in_cabinet')
  const memo = memoOf(done, short ? 'short' : 'damaged', loan.id, said.note)
  return setTo(next, 'incident', { memo })
}

function withMemo(now: Standing, change: (memo: Memo) => Partial<Memo>): Standing {
  const { memo } = now.set
  return memo ? { ...now, set: { ...now.set, memo: { ...memo, ...change(memo) } } } : now
}

function settled(now: Standing, { outcome, idGivenBack }: Said['settle'], { at }: Done): Standing {
  const loanId = now.set.memo?.loanId ?? ''
  const next = changed(now, loanId, ({ state, idKept }) => ({
    ...(state !== 'returned' && { state: 'settled', closedAt: at }),
    idKept: idKept && !idGivenBack,
  }))
  return setTo(next, outcome === 'lock_changed' ? 'retired' : 'in_cabinet', { memo: null })
}

function resolved(now: Standing, said: Said['resolve'], { at }: Done): Standing {
  const { holderLoanId, others } = said
  const ended = others.reduce(
    (next, { loanId, outcome }) => changed(next, loanId, () => ({ state: outcome, closedAt: at })),
    now,
  )
  if (!holderLoanId) return setTo(ended, 'in_cabinet', { disputed: [] })
  const kept = changed(ended, holderLoanId, () => ({ state: 'open' }))
  return setTo(kept, 'on_loan', { disputed: [], loanId: holderLoanId })
}
