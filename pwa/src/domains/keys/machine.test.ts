import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/key_transitions.json'

import {
  keeperOf,
  LOAN_TRANSITIONS,
  mayDo,
  mayDoLoan,
  outcomesFor,
  SET_TRANSITIONS,
} from '@/domains/keys/machine'
import { keyCase, keyLoan, LIN, memo, SHEN } from '@/domains/keys/testing/make'
import type { Act } from '@/domains/keys/said'

describe('the two machines (`keys.md` 6)', () => {
  it.each([
    ['set', SET_TRANSITIONS, examples.set],
    ['loan', LOAN_TRANSITIONS, examples.loan],
  ])('offers of a %s only what the server lets happen', (_of, own, all) => {
    const told = (act: string, state: string) =>
      all.find(({ event, from }) => event === act && from === state)?.to ?? []
    for (const [act, { from, to }] of Object.entries(own)) {
      for (const state of from as readonly string[])
        expect(told(act, state), `${act} from ${state}`).not.toEqual([])
      const ends = new Set((from as readonly string[]).flatMap((state) => told(act, state)))
      for (const end of to) expect(ends, `${act} to ${end}`).toContain(end)
    }
  })
})

describe('what may be done with a set', () => {
  it('is lending while it hangs there, taking back while it is out', () => {
    expect(mayDo(keyCase(), LIN)[0]).toBe('lend')
    const out = keyCase({ state: 'on_loan' }, keyLoan())
    expect(mayDo(out, LIN)[0]).toBe('return')
    expect(mayDo(out, LIN)).not.toContain('lend')
  })

  it('is nothing for who keeps no keys', () => {
    expect(mayDo(keyCase(), keeperOf('p-1', '', 'engineer'))).toEqual([])
  })

  it('is no loan once it was handed over or retired (KEY-I7)', () => {
    for (const state of ['handed_over', 'retired'] as const)
      expect(mayDo(keyCase({ state }), SHEN)).not.toContain('lend')
  })

  it('is a new mandate while an owner entrusts it', () => {
    const custodyKind = 'owner_entrusted' as const
    expect(mayDo(keyCase({ custodyKind }), LIN)).toContain('mandate')
    expect(mayDo(keyCase({ custodyKind, state: 'incident' }), LIN)).not.toContain('mandate')
    expect(mayDo(keyCase(), LIN)).not.toContain('mandate')
  })

  it('is nothing but the decision while two claim it', () => {
    const both = keyCase({ state: 'on_loan' }, keyLoan(), keyLoan({ id: 'l-2', state: 'disputed' }))
    expect(mayDo(both, SHEN)[0]).toBe('resolve')
    const kept: Act[] = ['lend', 'return', 'report', 'hand_over']
    for (const act of kept) expect(mayDo(both, LIN)).not.toContain(act)
    expect(mayDo(both, LIN)).not.toContain('resolve')
  })

  it('is no copy and no new lock before the developer or the owner agreed (acceptance 7)', () => {
    const lost = keyCase({ state: 'incident', memo: memo() })
    expect(outcomesFor(lost, SHEN)).toEqual(['found'])
    const agreed = { at: '', byName: '', by: 'developer' as const, name: '', how: 'phone' }
    const after = keyCase({ state: 'incident', memo: memo({ agreed }) })
    expect(outcomesFor(after, SHEN)).toEqual(['found', 'copied', 'lock_changed'])
    expect(outcomesFor(after, LIN)).toEqual(['found'])
    const own = keyCase({ state: 'incident', memo: memo(), custodyKind: 'common_area' })
    expect(outcomesFor(own, SHEN)).toHaveLength(3)
  })
})

describe('what may be done about a loan', () => {
  const asked = (more: Parameters<typeof keyLoan>[0]) =>
    keyLoan({ state: 'requested', lentAt: null, ...more })

  it('is the proofs first where the borrower is not the owner (KEY-I5)', () => {
    const tenant = { ...keyLoan().borrower, kind: 'tenant' as const }
    const loan = asked({ borrower: tenant })
    expect(mayDoLoan(loan, keyCase({}, loan), LIN, 3)).toEqual(['verify', 'refuse'])
    const verified = { ...loan, state: 'verified' as const }
    expect(mayDoLoan(verified, keyCase({}, verified), LIN, 3)).toEqual(['take', 'refuse'])
  })

  it('is consent first where it is long, and that by an overseer', () => {
    const loan = asked({ dueAt: '2026-11-30T10:00:00Z' })
    expect(mayDoLoan(loan, keyCase({}, loan), LIN, 3)).toEqual(['refuse'])
    expect(mayDoLoan(loan, keyCase({}, loan), SHEN, 3)).toEqual(['consent', 'refuse'])
    const consented = { ...loan, consent: { at: '', byId: SHEN.id, byName: '' } }
    expect(mayDoLoan(consented, keyCase({}, consented), LIN, 3)).toEqual(['take', 'refuse'])
  })

  it('is a second signature by another than who did it alone', () => {
    const alone = { at: '', byName: '', actId: 'a', act: 'take', byId: LIN.id, countersigned: null }
    const loan = keyLoan({ alone: [alone] })
    expect(mayDoLoan(loan, keyCase({ state: 'on_loan' }, loan), LIN, 3)).toEqual([])
    expect(mayDoLoan(loan, keyCase({ state: 'on_loan' }, loan), SHEN, 3)).toEqual(['countersign'])
  })
})
