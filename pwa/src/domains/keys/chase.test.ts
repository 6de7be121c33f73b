import { expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/key_chase.json'

import { chaseFrom, escalatedTo, isLate, standingOf } from '@/domains/keys/chase'
import { keyLoan } from '@/domains/keys/testing/make'
import type { KeySettings } from '@/domains/keys/types'

it.each(examples)('$name', ({ basis, days, lentAt, dueAt, chaseFrom: from, at }) => {
  const chase_basis = basis as KeySettings['chase_basis']
  expect(chaseFrom(lentAt, dueAt, { chase_basis, chase_after_days: days })).toBe(
    new Date(from).toISOString(),
  )
  const loan = keyLoan({ lentAt, dueAt, chaseFrom: from })
  for (const { now, state, escalatedTo: who } of at) {
    expect(standingOf(loan, new Date(now))).toBe(state)
    expect(escalatedTo(loan, new Date(now))).toBe(who)
  }
})

it('never makes a loan that is over late', () => {
  const later = new Date('2026-12-24')
  expect(standingOf(keyLoan({ state: 'returned' }), later)).toBe('returned')
  expect(escalatedTo(keyLoan({ state: 'lost' }), later)).toBeNull()
})

it('tells nobody of a loan that has no day on which its chase begins', () => {
  const loan = keyLoan({ chaseFrom: null })
  const later = new Date('2026-12-24')
  expect(standingOf(loan, later)).toBe('overdue')
  expect(escalatedTo(loan, later)).toBeNull()
  expect(isLate(loan, later)).toBe(true)
  expect(isLate(loan, new Date(Date.parse(loan.dueAt)))).toBe(false)
  expect(isLate(keyLoan(), later)).toBe(true)
})
