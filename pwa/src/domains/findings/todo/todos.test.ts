import { expect, it } from 'vitest'

import type { Board } from '@/domains/findings/board'
import { AT, ENGINEER, finding, STEWARD, SUPERVISOR } from '@/domains/findings/testing/make'
import { todosOf } from '@/domains/findings/todo/todos'
import type { Actor, Case } from '@/domains/findings/types'

const DUE = '2026-11-23T10:00:00.000Z'
const due = [{ what: 'solve' as const, from: AT, dueAt: DUE }]
const NEAR = new Date('2026-11-23T09:00:00Z')
const OVER = new Date('2026-11-23T11:00:00Z')

function ids(who: Actor, now: Date, ...cases: Case[]): string[] {
  const board = { cases, who, isOwn: () => false, departments: [], templates: [], zone: '' }
  return todosOf(board as Board, now).map(({ id }) => id)
}

const sent = (id: string) => finding({ id, state: 'dispatched', due })

it('tells a department of its own findings at once, an overseer once they are late', () => {
  expect(ids(ENGINEER, NEAR, sent('f-1'))).toEqual(['findings/f-1'])
  expect(ids(STEWARD, NEAR, sent('f-1'))).toEqual([])
  expect(ids(SUPERVISOR, NEAR, sent('f-1'))).toEqual([])
  expect(ids(SUPERVISOR, OVER, sent('f-1'))).toEqual(['findings/f-1'])
})

it('tells of many in one line', () => {
  expect(ids(ENGINEER, NEAR, ...['a', 'b', 'c', 'd'].map(sent))).toEqual(['findings/todo'])
})
