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

describe('what holds of a page', () => {
  const act = (id: string, name: string, detail: Partial<Act['detail']> = {}) =>
    ({ id, act: name as Act['act'], signerId: 's', seen: [] as string[], detail }) as const

  it('is told by name: to whom it was handed over last, what was left out, what is to be made up', () => {
    const stands = standing(
      [
        act('1', 'hand_over', { toId: 'first' }),
        act('2', 'hand_over', { toId: 'last' }),
        act('3', 'skip', { whole: true }),
        act('4', 'skip', { whole: false }),
        act('5', 'make_up'),
        act('6', 'cosign'),
      ],
      [],
    )

    expect(stands).toMatchObject({ handedTo: 'last', state: 'skipped', finish: undefined })
    expect(stands.skips.map(({ id }) => id)).toEqual(['3', '4'])
    expect(stands.makeUps.map(({ id }) => id)).toEqual(['5'])
    expect(stands.cosigns).toEqual([])
  })

  it('is nothing of what was left out once it is void; nobody has it who was not given it', () => {
    const stands = standing([act('1', 'skip', { whole: true }), act('2', 'void')], [])

    expect(stands).toMatchObject({ state: 'voided', skips: [], makeUps: [], handedTo: null })
  })

  it('asks for both signatures where a finish of long ago names no policy', () => {
    const finish = { ...act('1', 'finish'), seen: ['a'] }
    const cosign = { ...act('2', 'cosign'), seen: ['a', '1'] }

    expect(standing([finish], ['a']).state).toBe('awaiting_cosign')
    expect(standing([finish, cosign], ['a']).state).toBe('awaiting_manager')
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
    const late = standing(cases[3]!.acts.map(actOf), ['a', 'b'])
    expect(dutyOf(late, { ...boss, id: 'signer-2' }, false)).toBe('none')
    expect(dutyOf(late, boss, false)).toBe('cosign')
  })

  it('only who walked it ends a round', () => {
    expect(dutyOf(stands(0), steward, true)).toBe('finish')
    expect(dutyOf(stands(0), steward, false)).toBe('none')
    const returned = standing(cases.find(({ state }) => state === 'returned')!.acts.map(actOf), [
      'a',
    ])
    expect(dutyOf(returned, { ...steward, id: 'signer-0' }, true)).toBe('finish')
    expect(dutyOf(returned, { ...steward, id: 'signer-1' }, false)).toBe('none')
  })
})
