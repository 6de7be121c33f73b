import { expect, it } from 'vitest'

import { useSession } from '@/core/session/session'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import type { Rounds } from '@/domains/patrols/supervision/rounds'
import { readTodos, todosOf } from '@/domains/patrols/todo/todos'
import { patrols } from '@/domains/patrols'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import { people } from '@/ground/people'
import { places } from '@/ground/places'

const round = { recordId: 'first', day: '2026-11-23', number: 1 }
const rounds = (more: Partial<Rounds> = {}) =>
  ({ pages: [], round, ended: 0, asked: 1, ...more }) as unknown as Rounds

it('owes the day as many rounds as the estate asks for, one begun or not', () => {
  expect(todosOf(rounds())).toMatchObject([
    { path: '/supervision', due: '2026-11-23', mark: { state: 'todo' } },
  ])
  const begun = rounds({ pages: [{ id: 'first' }] as Rounds['pages'] })
  expect(todosOf(begun)[0]!.mark.state).toBe('doing')
  expect(todosOf(rounds({ ended: 1 }))).toEqual([])
  expect(todosOf(rounds({ ended: 1, asked: 2 }))).toHaveLength(1)
})

it('is a supervisor’s to make, not a steward’s', async () => {
  serve()
  const store = freshPhone([estates, people, places, patrols])
  await signInAs('anna')
  const settings = { supervisor_rounds_per_day: 1 }
  const estate = { id: 'e-1', estate: 'e-1', timezone: 'Asia/Shanghai', settings }
  await store.rows(estateTable).put(estate as never)
  expect((await readTodos())()).toEqual([])

  useSession().estate.value!.role = 'supervisor'
  expect((await readTodos())()).toHaveLength(1)
})
