import { describe, expect, it } from 'vitest'

import { byDue, fewOr, type Todo } from '@/core/todo'

const todo = (id: string, due: string | null = null): Todo => ({
  ...{ id, icon: 'flag', title: id, note: '', path: '/', due },
  mark: { state: 'todo', word: '' },
})

describe('what waits for a person', () => {
  it('is told by what presses most, what has no limit last', () => {
    const told = byDue([
      todo('whenever'),
      todo('tomorrow', '2026-11-24T10:00:00Z'),
      todo('overdue', '2026-11-22T10:00:00Z'),
    ])

    expect(told.map(({ id }) => id)).toEqual(['overdue', 'tomorrow', 'whenever'])
  })

  it('is a line each while it is little, and one line for all of much', () => {
    const lines = (many: number) =>
      fewOr(
        Array.from({ length: many }, (_, i) => `${i}`),
        todo,
        (first, n) => todo(`${n} from ${first}`),
      )

    expect(lines(0)).toEqual([])
    expect(lines(3).map(({ id }) => id)).toEqual(['0', '1', '2'])
    expect(lines(4).map(({ id }) => id)).toEqual(['4 from 0'])
  })
})
