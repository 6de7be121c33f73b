import { describe, expect, it } from 'vitest'

import { grouped, markOf, numberNow, silentPhones, sumOf } from '@/desk/rules'
import type { DeskPhone, DeskPlace, DeskRound, Trouble } from '@/desk/types'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const round = (states: DeskPlace['state'][], number = 2): DeskRound => ({
  roundId: 'round',
  routeId: 'route',
  routeName: '3 栋楼内',
  stewardName: '林晓岚',
  number,
  start: number === 1 ? '2026-11-23T01:00:00Z' : '2026-11-23T06:00:00Z',
  end: number === 1 ? '2026-11-23T04:00:00Z' : '2026-11-23T09:30:00Z',
  lateUntil: '2026-11-23T10:30:00Z',
  serial: null,
  places: states.map((state) => ({ state, abnormal: 0 }) as DeskPlace),
})

describe('the coverage of a day', () => {
  it('shows what is well quietly, and abnormal above all else', () => {
    expect(markOf({ state: 'done', abnormal: 0 })).toBe('quiet')
    expect(markOf({ state: 'late', abnormal: 1 })).toBe('abnormal')
    expect(markOf({ state: 'not_arrived', abnormal: 0 })).toBe('silent')
  })

  it('ends a row with the worst that can be said of the round', () => {
    expect(sumOf(round(['done', 'missed', 'not_arrived']), at('11:00')).end).toBe('missed')
    expect(sumOf(round(['done', 'not_arrived']), at('11:00')).end).toBe('not_arrived')
    expect(sumOf(round(['done', 'skipped']), at('08:00'))).toMatchObject({
      end: 'skipped',
      done: 2,
    })
    expect(sumOf(round(['made_up', 'done']), at('11:00'))).toMatchObject({
      end: 'made_up',
      count: 1,
    })
    expect(sumOf(round(['made_up', 'missed']), at('11:00')).end).toBe('missed')
    expect(sumOf(round(['done', 'due']), at('08:00')).end).toBe('until')
    expect(sumOf(round(['done', 'due']), at('10:00')).end).toBe('late')
    expect(sumOf(round(['due']), at('05:00')).end).toBe('from')
  })

  it('opens at the round under way, else at the last begun', () => {
    const rounds = [round([], 1), round([], 2)]
    expect(numberNow(rounds, at('02:00'))).toBe(1)
    expect(numberNow(rounds, at('05:00'))).toBe(1)
    expect(numberNow(rounds, at('07:00'))).toBe(2)
    expect(numberNow(rounds, at('12:00'))).toBe(2)
    expect(numberNow(rounds, at('00:30'))).toBe(1)
  })
})

it('counts phones silent for half an hour, but not those written off', () => {
  const phone = (silentMinutes: number, gone = false) => ({ silentMinutes, gone }) as DeskPhone
  const told = silentPhones([phone(29), phone(31), phone(90), phone(500, true)])
  expect(told.map(({ silentMinutes }) => silentMinutes)).toEqual([90, 31])
})

it('tells like doubts about one person once with all their visits, and leaves everything else apart', () => {
  const places = (count: number) => Array.from({ length: count }, () => ({ placeId: '', name: '' }))
  const doubt = (byName: string, visits: number) => {
    const params = { byName, codes: ['patrols.too_fast'] }
    return { kind: 'doubtful', places: places(visits), params } as Trouble
  }
  const found = { kind: 'abnormal', places: places(1), params: { byName: '周启明' } } as Trouble
  const groups = grouped([found, found, doubt('周启明', 1), doubt('林晓岚', 1), doubt('周启明', 3)])
  expect(groups.map(({ count }) => count)).toEqual([1, 1, 4, 1])
})
