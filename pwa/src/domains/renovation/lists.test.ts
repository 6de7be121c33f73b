import { expect, it } from 'vitest'

import { casesIn, listOf, matches } from '@/domains/renovation/lists'
import { notice, site, TODAY } from '@/domains/renovation/testing/make'
import { STATES, type Renovation } from '@/domains/renovation/types'

const held = (more: Partial<Renovation>) => ({
  ...{ one: site(more), visits: [], waits: false, refused: [], draft: undefined },
})

it('puts every state into a list', () => {
  const lists = STATES.map((state) => [listOf(state), state])
  expect(lists.filter(([list]) => list === 'sites').map(([, state]) => state)).toEqual([
    ...['permitted', 'in_progress'],
  ])
  expect(lists.filter(([list]) => list === 'over')).toHaveLength(2)
})

it('shows red sites first, then those with something open, then those nobody saw today', () => {
  const cases = [
    held({ id: 'seen', lastVisitedOn: TODAY.day }),
    held({ id: 'unseen' }),
    held({ id: 'notice', lastVisitedOn: TODAY.day, notices: [notice()] }),
    held({ id: 'red', permitUntil: '2026-11-01' }),
    held({ id: 'elsewhere', state: 'closed' }),
  ]
  expect(casesIn('sites', cases, TODAY).map(({ one }) => one.id)).toEqual([
    ...['red', 'notice', 'unseen', 'seen'],
  ])
})

it('moves a case on by itself once its observation is over', () => {
  const cases = [held({ state: 'observation', recheckOn: TODAY.day })]
  expect(casesIn('ending', cases, TODAY)).toHaveLength(1)
})

it('finds a case by unit, contractor, customer or number', () => {
  for (const wanted of ['3栋1501', '匠心', '陈一鸣', 'zx-2026'])
    expect(matches(held({}), wanted), wanted).toBe(true)
  expect(matches(held({}), '别家')).toBe(false)
})
