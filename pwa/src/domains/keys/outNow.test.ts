import { expect, it } from 'vitest'

import { holdersOf } from '@/domains/keys/outNow'
import { keyCase, keyLoan } from '@/domains/keys/testing/make'

const NOW = new Date('2026-11-24T12:00:00Z')
const out = (id: string, name: string, dueAt: string) => {
  const borrower = { ...keyLoan().borrower, personId: name, name }
  return keyCase({ id, state: 'on_loan' }, keyLoan({ id, borrower, dueAt }))
}

it('tells who has keys: the late ones first, each with all of theirs', () => {
  const holders = holdersOf(
    [
      keyCase(),
      out('1', '吴', '2026-11-25T10:00:00Z'),
      out('2', '陈', '2026-11-24T10:00:00Z'),
      out('3', '吴', '2026-11-24T18:00:00Z'),
    ],
    NOW,
  )
  expect(
    holders.map(({ borrower, late, out: keys }) => [borrower.name, late, keys.length]),
  ).toEqual([
    ['陈', 1, 1],
    ['吴', 0, 2],
  ])
  expect(holders[1]?.out.map(({ one }) => one.set.id)).toEqual(['3', '1'])
})

it('keeps apart those without a login who share a name', () => {
  const named = (id: string, department: string) => {
    const borrower = { ...keyLoan().borrower, personId: null, department }
    return keyCase({ id, state: 'on_loan' }, keyLoan({ id, borrower }))
  }
  expect(holdersOf([named('1', '工程部'), named('2', '保洁部')], NOW)).toHaveLength(2)
})
