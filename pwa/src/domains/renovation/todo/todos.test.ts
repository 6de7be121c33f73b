import { expect, it } from 'vitest'

import type { Doer } from '@/domains/renovation/machine'
import { CASHIER, LIN, notice, SHEN, site, TODAY, WU } from '@/domains/renovation/testing/make'
import { todosOf } from '@/domains/renovation/todo/todos'
import type { Renovation } from '@/domains/renovation/types'

const held = (more: Partial<Renovation>) => ({
  ...{ one: site(more), visits: [], waits: false, refused: [], draft: undefined },
})
const todos = (who: Doer, ...cases: Partial<Renovation>[]) =>
  todosOf({ cases: cases.map(held), who, today: TODAY }, TODAY.now)
const ids = (who: Doer, ...cases: Partial<Renovation>[]) => todos(who, ...cases).map(({ id }) => id)

it("counts today's sites until the last was seen", () => {
  const [line] = todos(LIN, { lastVisitedOn: TODAY.day }, { id: 'c-2' })

  expect(line).toMatchObject({ id: 'renovation/sites', mark: { state: 'doing' } })
  expect(ids(LIN, { lastVisitedOn: TODAY.day })).toEqual([])
  expect(ids(WU, { id: 'c-2' })).toEqual([])
})

it('says that a site was not seen yesterday (REN-R18)', () => {
  expect(todos(LIN, { lastVisitedOn: '2026-11-20' })[0]!.mark.state).toBe('missed')
})

it('waits for whom the next step belongs to, by when it is due', () => {
  const reviewed: Partial<Renovation> = { state: 'in_review', reviewDue: '2026-11-24T10:00:00Z' }

  expect(todos(WU, reviewed)).toMatchObject([
    { id: 'renovation/c-1/approve', due: reviewed.reviewDue },
  ])
  expect(ids(CASHIER, { state: 'approved' }, { id: 'c-2', state: 'refund_due' })).toEqual([
    ...['renovation/c-1/pay', 'renovation/c-2/refund'],
  ])
  expect(ids(LIN, { state: 'approved' })).toEqual([])
})

it('tells many of a step in one line that leads to the first', () => {
  const many = ['a', 'b', 'c', 'd'].map((id) => ({ id, state: 'refund_due' as const }))

  expect(todos(CASHIER, ...many)).toMatchObject([
    { id: 'renovation/refund', path: '/renovation/a' },
  ])
})

it('sends somebody to look at what is past its day, or was reported as put right', () => {
  const seen = { lastVisitedOn: TODAY.day }
  const open = (more: Parameters<typeof notice>[0]) =>
    ids(SHEN, { ...seen, notices: [notice(more)] })

  expect(open({})).toEqual([])
  expect(open({ dueOn: '2026-11-22' })).toEqual(['renovation/n-1'])
  expect(open({ state: 'reported_fixed' })).toEqual(['renovation/n-1'])
  expect(open({ state: 'verified', dueOn: '2026-11-22' })).toEqual([])
})
