import { describe, expect, it } from 'vitest'

import dueExamples from '../../../../tests/examples/rules/vacant_due.json'
import itemExamples from '../../../../tests/examples/rules/vacant_items.json'
import weekExamples from '../../../../tests/examples/rules/vacant_week.json'

import {
  daysSince,
  itemsAsked,
  periodOf,
  turnOf,
  valvesStand,
  valvesUnlike,
} from '@/domains/vacancy/rules'
import type { Card, Valves } from '@/domains/vacancy/types'
import type { Result } from '@/ground/checklists/types'
import { given, vacantUnit } from '@/domains/vacancy/testing/make'

describe('the items that a check asks', () => {
  it.each(itemExamples)('as the server has it: $name', ({ card, coldRegion, day, done, asks }) => {
    const asking = { card: card as unknown as Card, coldRegion, day, done: { ...done } }
    expect(itemsAsked(asking)).toEqual(asks)
  })
})

describe('the period of a day', () => {
  it.each(weekExamples)('as the server has it: $name', ({ every, day, first, last }) => {
    expect(periodOf(day, every)).toEqual({ first, last })
  })
})

describe('a unit in its week', () => {
  const since = '2026-01-05'

  it.each(dueExamples)('is due as the server has it: $name', ({ every, day, due, ...known }) => {
    const unit = { inRegime: true, checkedOn: known.checkedOn, since: null }
    const turn = turnOf({ ...unit, visitedSince: known.since }, day, every)
    expect(['due', 'missed'].includes(turn)).toBe(due)
  })

  it.each([
    ['is done once checked', '2026-11-25', ['2026-11-23'], 'done'],
    ['is due while only the week before has a check', '2026-11-25', ['2026-11-22'], 'due'],
    ['was missed where the week before has none', '2026-11-25', ['2026-11-08'], 'missed'],
    ['is aired a second time in summer', '2026-07-08', ['2026-07-06'], 'airing'],
    ['is done in summer after two days', '2026-07-08', ['2026-07-06', '2026-07-07'], 'done'],
  ])('%s', (_name, today, checkedOn, turn) => {
    expect(turnOf({ inRegime: true, checkedOn, since }, today, 7)).toBe(turn)
  })

  it('cannot have been missed before it was vacant', () => {
    const fresh = { inRegime: true, checkedOn: [], since: '2026-11-17' }
    expect(turnOf(fresh, '2026-11-25', 7)).toBe('due')
    expect(turnOf({ ...fresh, since: null }, '2026-11-25', 7)).toBe('due')
  })

  it('is not visited outside the regime (VAC-R07)', () => {
    expect(turnOf({ inRegime: false, checkedOn: [], since }, '2026-11-25', 7)).toBe('off')
  })

  it('says for how many days nobody was there', () => {
    expect(daysSince({ checkedOn: ['2026-10-30', '2026-11-02'] }, '2026-11-23')).toBe(21)
    expect(daysSince({ checkedOn: [] }, '2026-11-23')).toBeNull()
  })
})

describe('valves as they were left (VAC-R01)', () => {
  const shut: Valves = { water: 'shut', power: 'shut', gas: 'absent' }
  const reason = { valve: 'gas' as const, reason: '关不严', dueOn: '2026-11-24' }
  const stand = (valves: Valves | null, openValves = [reason]) =>
    valvesStand(vacantUnit({ valves, openValves }), '2026-11-24')

  it('are quiet when shut or absent, and not known before the first check', () => {
    expect(stand(shut, [])).toBe('shut')
    expect(stand(null, [])).toBe('unknown')
  })

  it('may stay open for a reason until its day, no longer', () => {
    const open: Valves = { ...shut, gas: 'open' }
    expect(stand(open)).toBe('reasoned')
    expect(stand(open, [])).toBe('late')
    expect(stand(open, [{ ...reason, dueOn: '2026-11-23' }])).toBe('late')
  })
})

describe('a valve beside the item about it', () => {
  const answered = (result: Result) => ({ 'VU-03': given(result) })

  it.each([
    ['normal', 'open', ['gas']],
    ['abnormal', 'open', []],
    ['abnormal', 'shut', []],
    ['normal', 'shut', []],
    ['normal', 'absent', ['gas']],
    ['abnormal', 'absent', ['gas']],
    ['na', 'absent', []],
    ['na', 'open', []],
  ] as const)('answered %s and left %s', (result, gas, unlike) => {
    expect(valvesUnlike(answered(result), { gas })).toEqual(unlike)
  })

  it('contradicts nothing while one of both is not said', () => {
    expect(valvesUnlike({}, { gas: 'open' })).toEqual([])
    expect(valvesUnlike(answered('normal'), {})).toEqual([])
  })
})
