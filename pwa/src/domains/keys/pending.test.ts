import { describe, expect, it } from 'vitest'

import { withOwn } from '@/domains/keys/pending'
import { DUE, keyLoan, keySet, LENT, LIN, memo, own, SETTINGS } from '@/domains/keys/testing/make'
import type { OwnAct, Said } from '@/domains/keys/said'
import type { KeyLoan, KeySet } from '@/domains/keys/types'

const after = (set: KeySet, loans: KeyLoan[], ...acts: OwnAct[]) =>
  withOwn({ set, loans }, acts, LIN, SETTINGS)
const out = keySet({ state: 'on_loan', loanId: 'l-1' })
const lent: Said['lend'] = {
  ...{ loanId: 'l-1', batchId: 'b-1', borrower: keyLoan().borrower, quantity: 4, dueAt: DUE },
  ...{ reason: 'repair', emergencyId: null, proofs: null, alone: false, private: {} },
}
const back: Said['return'] = {
  ...{ loanId: 'l-1', counted: [2, 2], condition: 'good', note: '', returnedBy: '' },
  ...{ idGivenBack: false, alone: false, photos: [], private: {} },
}

describe('what was done here and is not told yet', () => {
  it('shows a set as lent at once, chased by the same rule', () => {
    const { set, loans } = after(keySet(), [], own('lend', lent))
    expect(set).toMatchObject({ state: 'on_loan', loanId: 'l-1' })
    expect(loans).toMatchObject([{ state: 'open', serial: null, lentAt: LENT }])
    expect(loans[0]?.chaseFrom).toBe('2026-11-26T02:00:00.000Z')
  })

  it('keeps a set for as long as the owner signed for', () => {
    const mandate = {
      ...{ mandateId: 'm-1', date: '2026-11-23', reason: '出国', collectionRequirements: '本人' },
      ...{ custodyUntil: '2027-05-31', disclaimerAt: LENT, signedAt: LENT },
    }
    const { set } = after(keySet(), [], own('mandate', { mandate, private: {} }))
    expect(set).toMatchObject({ custodyUntil: '2027-05-31', mandate: { serial: null } })
  })

  it('counts once when the server has told it', () => {
    const step = { id: 'a-lend', act: 'lend', at: LENT, byId: '', byName: '', remarks: [] }
    const told = keyLoan({ state: 'disputed', acts: [step] })
    expect(after(keySet(), [told], own('lend', lent)).loans).toEqual([told])
  })

  it('takes a set back, or opens an incident when keys are missing (acceptance 3)', () => {
    const full = after(out, [keyLoan()], own('return', back))
    expect([full.set.state, full.loans[0]?.state]).toEqual(['in_cabinet', 'returned'])
    const loan = keyLoan({ idKept: true })
    const missing = own('return', { ...back, counted: [2, 1], idGivenBack: true })
    const short = after(out, [loan], missing)
    expect(short.set).toMatchObject({
      state: 'incident',
      memo: { memoId: missing.id, what: 'short' },
    })
    expect(short.loans[0]).toMatchObject({ state: 'returned_short', idKept: true })
  })

  it('leaves a loan alone that is not open any more', () => {
    const told = keyLoan({ state: 'disputed' })
    expect(after(out, [told], own('return', back)).set.state).toBe('on_loan')
  })

  it('loses the loan of what is reported, and settles it with the memo', () => {
    const report = own('report', {
      ...{ loanId: 'l-1', what: 'lost', reportedBy: '', course: '掉了', photos: [] },
    })
    const lost = after(out, [keyLoan()], report)
    expect(lost.set).toMatchObject({ state: 'incident', memo: { course: [{ text: '掉了' }] } })
    expect(lost.loans[0]?.state).toBe('lost')
    const settle = own('settle', {
      ...{ memoId: report.id, outcome: 'lock_changed', cost: null, payer: '', result: '' },
      ...{ idGivenBack: false, private: {} },
    })
    const over = after(out, [keyLoan()], report, settle)
    expect([over.set.state, over.set.memo, over.loans[0]?.state]).toEqual([
      ...['retired', null, 'settled'],
    ])
  })

  it('notes consent and more of the course on the memo', () => {
    const lost = keySet({ state: 'incident', memo: memo() })
    const agreed = own('agree', { memoId: 'm-1', by: 'owner', name: '王', how: 'phone', note: '' })
    const more = own('memo', { memoId: 'm-1', course: '找过' })
    expect(after(lost, [], agreed, more).set.memo).toMatchObject({
      ...{ agreed: { name: '王' }, course: [{ text: '找过' }] },
    })
  })

  it('decides a case: one stands, the others end', () => {
    const loans = [keyLoan(), keyLoan({ id: 'l-2', state: 'disputed' })]
    const resolve = own('resolve', {
      ...{ means: 'holder_confirmed', code: null, whom: '吴', note: '', holderLoanId: 'l-2' },
      ...{ others: [{ loanId: 'l-1', outcome: 'refused' }], private: {} },
    })
    const decided = after(out, loans, resolve)
    expect(decided.set.loanId).toBe('l-2')
    expect(decided.loans.map(({ state }) => state)).toEqual(['refused', 'open'])
  })
})
