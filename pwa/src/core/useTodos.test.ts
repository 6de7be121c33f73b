import { effectScope } from 'vue'
import { expect, it, vi } from 'vitest'

import type { Room } from '@/core/domain'
import { provideRooms } from '@/core/rooms'
import type { Todo } from '@/core/todo'
import { useTodos } from '@/core/useTodos'

const line = (id: string, due: string | null): Todo => ({
  ...{ id, icon: 'flag', title: id, note: '', path: '/', due },
  mark: { state: 'todo', word: '' },
})
const room = (name: string, readTodos: () => Promise<() => Todo[]>): Room => ({
  name,
  todo: async () => ({ readTodos }),
})

it('tells what waits in all rooms, most pressing first, though one of them cannot be read', async () => {
  provideRooms([
    room('keys', async () => () => [line('whenever', null)]),
    room('broken', () => Promise.reject(new Error('unreadable'))),
    { name: 'gone', todo: () => Promise.reject(new Error('not loaded')) },
    room('findings', async () => () => [line('late', '2026-11-22T10:00:00Z')]),
    { name: 'without' },
  ])
  const scope = effectScope()
  const todos = scope.run(useTodos)

  await vi.waitFor(() => expect(todos?.value.map(({ id }) => id)).toEqual(['late', 'whenever']))
  scope.stop()
})
