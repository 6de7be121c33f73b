import { describe, expect, it } from 'vitest'

import cases from '../../../../tests/examples/rules/live_task.json'
import { taskOf, taskOfSheet } from '@/domains/patrols/tasks'

describe('the live task', () => {
  it.each(cases)('of $type at $percent % is $task', ({ round, place, type, percent, task }) => {
    expect(taskOf(round, place, type, percent)).toBe(task)
  })

  it('is drawn about as often as the estate wants', () => {
    const places = Array.from({ length: 2000 }, (_, i) => `place-${i}`)
    const asked = places.filter((place) => taskOf('round', place, 'stairwell', 20) !== null)

    expect(asked.length / places.length).toBeCloseTo(0.2, 1)
  })

  it('is not asked for outside a round, nor where the server knows none', () => {
    const sheet = { estate: 'e', placeId: 'p', round: null }
    const round = { routeId: 'r', date: '2026-11-23', number: 1 }

    expect(taskOfSheet(sheet, { type: 'stairwell' }, { live_task_percent: 100 })).toBeNull()
    expect(taskOfSheet({ ...sheet, round }, { type: 'stairwell' }, {})).toBeNull()
    expect(
      taskOfSheet({ ...sheet, round }, { type: 'stairwell' }, { live_task_percent: 100 }),
    ).not.toBeNull()
  })
})
