import { describe, expect, it } from 'vitest'

import walkers from '../../../../tests/examples/rules/round_walkers.json'

import { isGivenTo } from '@/domains/patrols/walkers'
import type { Plan } from '@/domains/patrols/types'

describe('whose the rounds of a day are', () => {
  it.each(walkers)('$name', ({ given, expect: expected }) => {
    const { person, stewardId, date } = given
    const plans = given.plans as unknown as Plan[]
    const ofAnother = { ...plans[0], routeId: 'another', assignees: 'anybody' } as Plan
    expect(isGivenTo(person, { id: 'r', stewardId }, [...plans, ofAnother], date)).toBe(expected)
  })
})
