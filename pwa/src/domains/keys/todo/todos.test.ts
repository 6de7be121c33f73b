import { describe, expect, it } from 'vitest'

import { DUE, keyCase, keyLoan, LIN, SHEN } from '@/domains/keys/testing/make'
import { todosOf } from '@/domains/keys/todo/todos'
import type { KeyCase, KeyLoan } from '@/domains/keys/types'

const BEFORE = new Date(Date.parse(DUE) - 60_000)
const AFTER = new Date(Date.parse(DUE) + 60_000)
const lentTo = (personId: string) => ({ ...keyLoan().borrower, personId })

function out(id: string, more: Partial<KeyLoan> = {}): KeyCase {
  const loan = keyLoan({ id: `l-${id}`, keySetId: id, ...more })
  return keyCase({ id, state: 'on_loan', loanId: loan.id }, loan)
}

const ids = (cases: KeyCase[], who = LIN, now = BEFORE) =>
  todosOf({ cases, who }, now).map(({ id }) => id)

describe('keys that wait for somebody', () => {
  it('are the own ones, from the first moment', () => {
    const mine = todosOf(
      { cases: [out('s-1', { borrower: lentTo(LIN.id) }), out('s-2')], who: LIN },
      BEFORE,
    )

    expect(mine).toMatchObject([{ id: 'keys/s-1', path: '/keys/s-1', due: DUE }])
  })

  it('are those of others once they are late, for who keeps the cabinet', () => {
    expect(ids([out('s-1')])).toEqual([])
    expect(ids([out('s-1')], LIN, AFTER)).toEqual(['keys/s-1'])
    expect(ids([out('s-1')], { ...LIN, keeps: false }, AFTER)).toEqual([])
  })

  it('are one line when there are many', () => {
    const cases = ['a', 'b', 'c', 'd'].map((id) => out(id))

    expect(ids(cases, LIN, AFTER)).toEqual(['keys/late'])
  })

  it('are quarrels and incidents for overseers alone', () => {
    const disputed = keyCase({ id: 's-1' }, keyLoan({ state: 'disputed' }))
    const incident = keyCase({ id: 's-2', state: 'incident' })

    expect(ids([disputed, incident])).toEqual([])
    expect(ids([disputed, incident], SHEN)).toEqual(['keys/s-1', 'keys/s-2'])
  })
})
