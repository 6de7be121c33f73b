import { describe, expect, it } from 'vitest'

import {
  CARE_TASKS,
  firstItems,
  isLate,
  lacksOf,
  planLacks,
  PLAN_STATES,
  stepsOf,
  sumOf,
  turnOfPlan,
  withItem,
  yearsToPlan,
  type PlanItem,
} from '@/domains/vacancy/plan'
import { manage, rolesOf } from '@/domains/vacancy/roles'

const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ task: 'SE-08', what: '打蜡', frequency: '每季', measures: '请专业公司', cost: 300_000 },
  ...more,
})
const may = (role: string, joint = false) =>
  PLAN_STATES.map((state) => stepsOf(state, rolesOf(role, joint)).join(' '))

describe('who takes a plan on', () => {
  it('the manager drafts and hands in, the office manager reviews, the company approves', () => {
    const [none, drafts] = ['', 'submit save']
    expect(may('manager')).toEqual([drafts, none, drafts, none, none, none, none])
    expect(may('office_manager')).toEqual([none, 'merge return', none, none, none, none, none])
    expect(may('gm')).toEqual([none, none, none, 'approve return', none, none, none])
    expect(may('steward')).toEqual(PLAN_STATES.map(() => none))
  })

  it('a supervisor drafts only where the estate lets supervisors act as managers', () => {
    expect(may('supervisor', true)).toEqual(may('manager'))
    expect(may('supervisor')).toEqual(may('steward'))
    expect(manage(rolesOf('supervisor', true))).toBe(true)
    expect(manage(rolesOf('supervisor', false))).toBe(false)
    expect(manage(rolesOf('office_manager', false))).toBe(true)
  })

  it('says whose turn it is until it is approved', () => {
    expect(PLAN_STATES.map(turnOfPlan)).toEqual([
      ...['manager', 'office_manager', 'manager', 'gm'],
      ...[null, null, null],
    ])
  })
})

describe('what a plan lacks', () => {
  it('acceptance 7: without items, or a budget for each, it does not go to review', () => {
    expect(planLacks([])).toEqual(['items'])
    expect(planLacks([item(), item({ cost: null })])).toEqual(['budget'])
    expect(planLacks([item(), item({ cost: 0 })])).toEqual([])
  })

  it('is said item by item', () => {
    expect(lacksOf(item({ frequency: ' ', measures: '' }))).toEqual(['frequency', 'measures'])
    expect(sumOf([item(), item({ cost: null }), item({ cost: 1 })])).toBe(300_001)
  })
})

describe('drafting', () => {
  const usual = (task: string) => ({ what: task, frequency: '每月' })

  it('begins with last year’s items, else with every care task', () => {
    const before = [
      { year: 2025, items: [item()] },
      { year: 2024, items: [] },
      { year: 2027, items: [] },
    ]
    expect(firstItems(before, 2026, usual)).toEqual([item()])
    const first = firstItems([], 2026, usual)
    expect(first.map(({ task }) => task)).toEqual(CARE_TASKS)
    expect(planLacks(first)).toEqual(['measures', 'budget'])
  })

  it('changes, adds and takes out one item', () => {
    const [a, b, c] = [item({ what: 'a' }), item({ what: 'b' }), item({ what: 'c' })]
    expect(withItem([a, b], 1, c)).toEqual([a, c])
    expect(withItem([a, b], 2, c)).toEqual([a, b, c])
    expect(withItem([a, b], 0, null)).toEqual([b])
  })

  it('is offered for the years without a plan, and is late after the day it was due', () => {
    expect(yearsToPlan([{ year: 2026 }], '2026-11-23')).toEqual([2027])
    expect(yearsToPlan([], '2026-11-23')).toEqual([2027, 2026])
    const plan = { state: 'returned', dueOn: '2025-12-31' } as const
    expect(isLate(plan, '2025-12-31')).toBe(false)
    expect(isLate(plan, '2026-01-01')).toBe(true)
    expect(isLate({ ...plan, state: 'in_review' }, '2026-01-01')).toBe(false)
  })
})
