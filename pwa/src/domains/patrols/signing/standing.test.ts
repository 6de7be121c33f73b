import { describe, expect, it } from 'vitest'

import cases from '../../../../../tests/examples/rules/patrol_standing.json'
import { dutyOf, standing } from '@/domains/patrols/signing/standing'
import type { Act } from '@/domains/patrols/signing/types'

const actOf = (told: (typeof cases)[number]['acts'][number], i: number) => ({
  id: told.id,
  act: told.act as Act['act'],
  signerId: `signer-${i}`,
  seen: told.seen as string[],
  detail: {
    ...('policy' in told && { policy: told.policy as 'both' }),
    ...('whole' in told && { whole: told.whole }),
  },
})
const steward = { id: 'other', manages: false, overseer: false, walks: true }

describe('how a page stands', () => {
  it.each(cases)('$name', ({ acts, visits, state, late, supplement }) => {
    const stands = standing(acts.map(actOf), visits)

    expect(stands.state).toBe(state)
    expect(stands.late).toEqual(late)
    expect(stands.supplement).toEqual(supplement)
  })
})

describe('what a page asks of a person', () => {
  const stands = (acts: number) => standing(cases[3]!.acts.slice(0, acts).map(actOf), ['a'])

  it('its patroller asks for the second signature, which a colleague gives (PAT-R05)', () => {
    expect(dutyOf(stands(1), { ...steward, id: 'signer-0' }, true)).toBe('ask')
    expect(dutyOf(stands(1), steward, false)).toBe('cosign')
  })

  it('the manager signs last, unless they signed before (PAT-R06)', () => {
    const boss = { ...steward, manages: true, overseer: true }

    expect(dutyOf(stands(2), boss, false)).toBe('sign_off')
    expect(dutyOf(stands(2), { ...boss, id: 'signer-1' }, false)).toBe('none')
    expect(dutyOf(stands(2), steward, false)).toBe('none')
    expect(dutyOf(stands(3), boss, false)).toBe('none')
  })

  it('only who walked it ends a round', () => {
    expect(dutyOf(stands(0), steward, true)).toBe('finish')
    expect(dutyOf(stands(0), steward, false)).toBe('none')
  })
})
