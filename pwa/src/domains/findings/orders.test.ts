import { describe, expect, it } from 'vitest'

import { expectedOf } from './expected'
import { isOrdered, mayDo } from './machine'
import { withActs } from './pending'
import { done, ENGINEER, finding, STEWARD, SUPERVISOR } from './testing/make'

const order = done(
  'order',
  { dept: 'engineering', dueOn: '2026-11-25', note: '换闭门器' },
  { byId: SUPERVISOR.id },
)
const fixer = { id: ENGINEER.id, name: '工程', at: '2026-11-23T08:00:00Z' }
const fixed = finding({ state: 'fixed', dept: 'engineering', acts: [order], fixer })

describe('a rectification order', () => {
  it('is given by an overseer to a department, whatever was dispatched before', () => {
    expect(mayDo(finding({ state: 'reported' }), SUPERVISOR)).toContain('order')
    expect(mayDo(finding({ state: 'reported' }), STEWARD)).not.toContain('order')

    const ordered = withActs(finding({ state: 'reported' }), [order], SUPERVISOR)
    expect(ordered).toMatchObject({ state: 'dispatched', dept: 'engineering' })
    expect(isOrdered(ordered)).toBe(true)
  })

  it('is rechecked by an overseer alone, and waits for the one who gave it', () => {
    expect(mayDo(fixed, STEWARD)).not.toContain('verify')
    expect(expectedOf(fixed, SUPERVISOR, false)).toBe('verify')
    const other = { ...SUPERVISOR, id: 'other' }
    expect(mayDo(fixed, other)).toContain('verify')
    expect(expectedOf(fixed, other, false)).toBeNull()
  })

  it('that the server refused orders nothing', () => {
    const refused = { ...order, refused: { code: 'findings.due_in_past', params: {} } }
    expect(isOrdered(finding({ state: 'reported', acts: [refused] }))).toBe(false)
  })
})
