import { describe, expect, it } from 'vitest'

import {
  consentBy,
  isExpired,
  isLong,
  isNonOwner,
  keeperOf,
  LOAN_TRANSITIONS,
  mayDo,
  mayDoLoan,
  outcomesFor,
  SET_TRANSITIONS,
} from '@/domains/keys/machine'
import { keyCase, keyLoan, keySet, LENT, LIN, memo, SHEN } from '@/domains/keys/testing/make'
import type { KeyLoan, KeySet } from '@/domains/keys/types'

const agreed = { at: '', byName: '', by: 'developer' as const, name: '', how: 'phone' }
const entrusted: Partial<KeySet> = { custodyKind: 'owner_entrusted', custodyUntil: '2026-12-31' }
const ownersOut: Partial<KeySet> = { ...entrusted, state: 'on_loan' }
const lost: Partial<KeySet> = { state: 'incident', memo: memo() }
const quarrel = keyLoan({ id: 'l-2', state: 'disputed' })

describe('all that each may do with a set, the likeliest first', () => {
  const sets: [string, Partial<KeySet>, KeyLoan[], string, string][] = [
    ['hangs there', {}, [], 'lend hand_over report turn_away', 'retire'],
    ['is an owner’s', entrusted, [], 'lend call hand_over mandate report turn_away', 'retire'],
    ['is the office’s', { custodyKind: 'common_area' }, [], 'lend report turn_away', 'retire'],
    ['is out', { state: 'on_loan' }, [keyLoan()], 'return call report', ''],
    ['is an owner’s and out', ownersOut, [keyLoan()], 'return call mandate report', ''],
    ['is gone for good', { ...entrusted, state: 'handed_over' }, [], '', ''],
    ['opens nothing', { state: 'retired' }, [], '', ''],
    ['is fought for', { state: 'on_loan' }, [keyLoan(), quarrel], 'call', 'resolve'],
    ['was fought for', {}, [quarrel], 'turn_away', 'resolve'],
    ['is lost', lost, [], 'settle memo turn_away', 'agree retire'],
    ['may be copied', { ...lost, memo: memo({ agreed }) }, [], 'settle memo turn_away', 'retire'],
    [
      'is our own loss',
      { ...lost, custodyKind: 'common_area' },
      [],
      'settle memo turn_away',
      'retire',
    ],
  ]
  it.each(sets)('%s', (_name, set, loans, keeper, overseer) => {
    const one = keyCase(set, ...loans)
    const mine = mayDo(one, LIN)
    expect(mine.join(' ')).toBe(keeper)
    const more = overseer.split(' ').filter(Boolean)
    expect(mayDo(one, SHEN).filter((act) => !mine.includes(act))).toEqual(more)
    expect(mayDo(one, SHEN).filter((act) => mine.includes(act))).toEqual(mine)
  })

  it('comes with the role', () => {
    const told = (role: string) => {
      const { keeps, oversees } = keeperOf('p-1', '林晓岚', role)
      return [keeps, oversees]
    }
    expect(told('engineer')).toEqual([false, false])
    expect(told('steward')).toEqual([true, false])
    for (const role of ['supervisor', 'manager', 'office_manager'])
      expect(told(role)).toEqual([true, true])
    expect(keeperOf('p-1', '林晓岚', 'steward')).toMatchObject({ id: 'p-1', name: '林晓岚' })
  })
})

describe('all that each may do about a loan', () => {
  const tenant = { ...keyLoan().borrower, kind: 'tenant' as const }
  const loans: [string, Partial<KeyLoan>, string, string][] = [
    ['asked for by a colleague', { state: 'requested' }, 'take refuse', ''],
    ['asked for by a tenant', { state: 'requested', borrower: tenant }, 'verify refuse', ''],
    ['proven', { state: 'verified', borrower: tenant }, 'take refuse', ''],
    ['for long', { state: 'requested', dueAt: '2026-12-01T00:00:00Z' }, 'refuse', 'consent'],
    ['out', {}, '', ''],
    ['back, its ID still here', { state: 'returned', idKept: true }, 'release_id', ''],
    ['settled, its ID still here', { state: 'settled', idKept: true }, 'release_id', ''],
    ['ended in a quarrel, its ID still here', { state: 'refused', idKept: true }, 'release_id', ''],
    ['short, its ID stays', { state: 'returned_short', idKept: true }, '', ''],
    ['back', { state: 'returned' }, '', ''],
  ]
  it.each(loans)('%s', (_name, more, keeper, overseer) => {
    const loan = keyLoan(more)
    const one = keyCase({}, loan)
    expect(mayDoLoan(loan, one, LIN, 3).join(' ')).toBe(keeper)
    const mine = mayDoLoan(loan, one, LIN, 3)
    expect(
      mayDoLoan(loan, one, SHEN, 3)
        .filter((act) => !mine.includes(act))
        .join(' '),
    ).toBe(overseer)
    expect(mayDoLoan(loan, one, keeperOf('p-1', '', 'engineer'), 3)).toEqual([])
  })

  it('is no taking while the set is elsewhere', () => {
    const loan = keyLoan({ state: 'requested' })
    for (const state of ['on_loan', 'incident', 'retired'] as const)
      expect(mayDoLoan(loan, keyCase({ state }, loan), LIN, 3)).toEqual(['refuse'])
  })

  it('is no second signature where one was given', () => {
    const at = { at: '', byId: SHEN.id, byName: '' }
    const alone = { at: '', byName: '', actId: 'a', act: 'take', byId: LIN.id }
    const loan = keyLoan({ alone: [{ ...alone, countersigned: at }] })
    expect(mayDoLoan(loan, keyCase({ state: 'on_loan' }, loan), SHEN, 3)).toEqual([])
  })
})

describe('what the machine says of keys', () => {
  it('is where each act leads', () => {
    expect(SET_TRANSITIONS).toEqual({
      lend: { from: ['in_cabinet'], to: ['on_loan'] },
      take: { from: ['in_cabinet'], to: ['on_loan'] },
      return: { from: ['on_loan'], to: ['in_cabinet', 'incident'] },
      report: { from: ['in_cabinet', 'on_loan'], to: ['incident'] },
      settle: { from: ['incident'], to: ['in_cabinet', 'retired'] },
      hand_over: { from: ['in_cabinet'], to: ['handed_over'] },
      retire: { from: ['in_cabinet', 'incident'], to: ['retired'] },
    })
    expect(LOAN_TRANSITIONS).toEqual({
      verify: { from: ['requested'], to: ['verified'] },
      refuse: { from: ['requested', 'verified'], to: ['refused'] },
      take: { from: ['requested', 'verified'], to: ['open'] },
      return: { from: ['open'], to: ['returned', 'returned_short'] },
      report: { from: ['open'], to: ['lost'] },
      settle: { from: ['returned_short', 'lost'], to: ['settled'] },
      resolve: { from: ['disputed', 'open'], to: ['open', 'returned', 'refused'] },
    })
  })

  it('is whose consent a copy needs', () => {
    const by = (custodyKind: KeySet['custodyKind']) => consentBy(keyCase({ custodyKind }))
    expect(by('developer_held')).toBe('developer')
    expect(by('owner_entrusted')).toBe('owner')
    expect(by('repair_retained')).toBe('owner')
    expect(by('common_area')).toBeNull()
    expect(outcomesFor(keyCase(), SHEN)).toEqual(['found', 'copied', 'lock_changed'])
  })

  it('is who needs proofs, and what is long', () => {
    expect(['tenant', 'agent', 'owner', 'contractor', 'staff'].filter(isNonOwner)).toEqual([
      ...['tenant', 'agent'],
    ])
    expect(isLong(LENT, '2026-11-26T02:00:00.000Z', 3)).toBe(false)
    expect(isLong(LENT, '2026-11-26T02:00:00.001Z', 3)).toBe(true)
  })

  it('is that custody ends for what hangs there', () => {
    const ended = (more: Partial<KeySet>) => isExpired(keySet(more), '2026-11-24')
    expect(ended({ custodyUntil: '2026-11-23' })).toBe(true)
    expect(ended({ custodyUntil: '2026-11-24' })).toBe(false)
    expect(ended({ custodyUntil: null })).toBe(false)
    expect(ended({ custodyUntil: '2026-11-23', state: 'on_loan' })).toBe(false)
  })
})
