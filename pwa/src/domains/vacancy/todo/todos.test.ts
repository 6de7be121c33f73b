import { expect, it } from 'vitest'

import { unitCase } from '@/domains/vacancy/testing/make'
import { todosOf } from '@/domains/vacancy/todo/todos'
import type { UnitCase } from '@/domains/vacancy/walk'

const NOW = new Date('2026-11-25T02:00:00Z')
const todos = (...cases: UnitCase[]) => todosOf({ cases, every: 7, zone: 'Asia/Shanghai' }, NOW)

it('counts the checks of the week until the last is made, due on its Sunday', () => {
  const [line] = todos(unitCase({}, { turn: 'done' }), unitCase(), unitCase({}, { turn: 'off' }))

  expect(line).toMatchObject({ id: 'vacancy/week', due: '2026-11-29', mark: { state: 'doing' } })
  expect(todos(unitCase({}, { turn: 'done' }))).toEqual([])
})

it('says that a unit was missed last week', () => {
  expect(todos(unitCase({}, { turn: 'missed' }), unitCase())[0]!.mark.state).toBe('missed')
})

it('names a valve that was to be shut by today (VAC-R01)', () => {
  const left = (dueOn: string) =>
    unitCase({ openValves: [{ valve: 'water', reason: '试压', dueOn }] }, { turn: 'done' })

  expect(todos(left('2026-11-26'))).toEqual([])
  expect(todos(left('2026-11-25'))).toMatchObject([
    { id: 'vacancy/u-801/valve', path: '/vacancy/u-801' },
  ])
})
