import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/finding_transitions.json'

import { expectedOf } from '@/domains/findings/expected'
import {
  higherThan,
  letterFor,
  mayDo,
  repairOf,
  sideOf,
  smellSteps,
  TRANSITIONS,
  verificationOf,
} from '@/domains/findings/machine'
import { seenBy } from '@/domains/findings/seen'
import {
  actor,
  done,
  ENGINEER,
  FAN,
  finding,
  LIN,
  smell,
  STEWARD,
  SUPERVISOR,
} from '@/domains/findings/testing/make'
import type { Letter } from '@/domains/findings/types'

const fixed = {
  state: 'fixed',
  fixer: { ...FAN, at: '' },
  acts: [done('dispatch'), done('fix')],
}
const verified = {
  ...fixed,
  state: 'verified',
  verifier: { id: STEWARD.id, name: '', at: '' },
  acts: [...fixed.acts, done('verify')],
}

describe('what may be done in which state, and by whom', () => {
  it('leaves the decision to who manages', () => {
    expect(mayDo(finding(), SUPERVISOR)).toEqual(['dispatch', 'order', 'reject', 'letter'])
    expect(mayDo(finding(), { ...SUPERVISOR, manages: false })).toEqual(['order', 'letter'])
    expect(mayDo(finding(), STEWARD)).toEqual(['letter'])
    expect(mayDo(finding(), ENGINEER)).toEqual([])
  })

  it('leaves the repair to the department, or to an overseer in its stead', () => {
    const sent = finding({ state: 'dispatched' })
    expect(mayDo(sent, ENGINEER)).toEqual(['accept'])
    expect(mayDo(sent, { ...ENGINEER, depts: ['cleaning'] })).toEqual([])
    expect(mayDo(sent, SUPERVISOR)).toContain('accept')
    expect(mayDo(finding({ state: 'in_repair' }), ENGINEER)).toEqual(['fix'])
  })

  it('lets nobody verify the own repair', () => {
    expect(mayDo(finding(fixed), STEWARD)).toContain('verify')
    expect(mayDo(finding(fixed), { ...SUPERVISOR, id: FAN.id })).not.toContain('verify')
    expect(mayDo(finding(fixed), ENGINEER)).toEqual([])
  })

  it('lets each side sign once, and one person for one side', () => {
    const found = finding(verified)
    expect(sideOf(found, STEWARD)).toBe('verifier')
    expect(sideOf(found, ENGINEER)).toBe('fixer')
    expect(sideOf(found, actor('engineer', { heads: ['engineering'] }))).toBe('fixer')
    expect(sideOf(found, actor('steward', { heads: ['customer_service'] }))).toBeNull()
    const signed = { byId: STEWARD.id, byName: '', at: '', side: 'verifier' as const }
    const once = finding({ ...verified, signatures: [signed] })
    expect(sideOf(once, STEWARD)).toBeNull()
    expect(sideOf(once, ENGINEER)).toBe('fixer')
  })

  it('lets the head of customer service sign for what was solved on the spot', () => {
    const acts = [done('settle', { action: 'solved_on_spot' }), done('verify')]
    const found = finding({ ...verified, fixer: { ...LIN, at: '' }, acts })
    expect(sideOf(found, actor('steward', { heads: ['customer_service'] }))).toBe('fixer')
  })

  it('lets nobody repair what no department was given', () => {
    const lost = finding({ state: 'dispatched', dept: null })
    expect(mayDo(lost, { ...ENGINEER, depts: [null as unknown as string] })).toEqual([])
    expect(sideOf(finding({ ...verified, dept: null }), actor('engineer'))).toBeNull()
  })

  it('lets nobody sign a second time, and no second for the same side', () => {
    const both = { byName: '', at: '', side: 'fixer' as const }
    const once = finding({ ...verified, signatures: [{ ...both, byId: 'p-head' }] })
    expect(sideOf(once, ENGINEER)).toBeNull()
    expect(sideOf(once, STEWARD)).toBe('verifier')
    const own = finding({ ...verified, signatures: [{ ...both, byId: STEWARD.id }] })
    expect(sideOf(own, STEWARD)).toBeNull()
    const looked = finding({
      ...verified,
      signatures: [{ ...both, side: 'verifier', byId: 'p-third' }],
    })
    expect(sideOf(looked, STEWARD)).toBeNull()
  })

  it('offers a signature to nobody who is not involved', () => {
    expect(mayDo(finding(verified), actor('guard'))).toEqual([])
  })

  it('counts an act that was refused as not done', () => {
    const refused = { refused: 'findings.wrong_state' } as object
    const acts = [
      done('settle', { action: 'solved_on_spot' }),
      done('verify'),
      done('fix', {}, refused),
      done('verify', {}, { ...refused, id: 'again' }),
    ]
    expect(repairOf({ acts })?.act).toBe('settle')
    expect(repairOf({ acts: [done('dispatch'), done('accept')] })).toBeUndefined()
    expect(verificationOf({ acts })?.id).toBe('act-verify')
    expect(verificationOf({ acts: [done('fix')] })).toBeUndefined()
  })

  it('lets nothing more be done once it has ended', () => {
    for (const state of ['closed', 'rejected'])
      expect(mayDo(finding({ state }), SUPERVISOR)).toEqual([])
  })

  it('leads from state to state as the server has it (`patrol.md` 7)', () => {
    const own = TRANSITIONS.flatMap(({ act, from, to }) =>
      from.map((one) => ({
        act: act as string,
        from: one as string,
        to: [...to].sort() as string[],
      })),
    )
    const moving = examples.filter(({ act }) => own.some((one) => one.act === act))
    expect(own).toEqual(expect.arrayContaining(moving))
    expect(own).toHaveLength(moving.length)
    for (const { act, from, to } of examples)
      if (!moving.some((one) => one.act === act)) expect(to).toEqual([from])
  })
})

describe('what a signature names', () => {
  it('is every item of the history, the report first', () => {
    const ids = seenBy(finding(verified))?.map(({ id }) => id)
    expect(ids).toEqual(['report', 'act-dispatch', 'act-fix', 'act-verify'])
  })

  it('is nothing before the server has told what was verified', () => {
    const acts = [done('fix'), done('verify', {}, { sha256: null, waits: true })]
    expect(seenBy(finding({ ...verified, acts }))).toBeNull()
  })
})

describe('a smell of gas or burning (section 5)', () => {
  const said = { at: '', byId: LIN.id, byName: '' }

  it('asks the units and for the cause; security only where there is none', () => {
    expect(smellSteps(smell(), STEWARD)).toEqual(['asked', 'cause'])
    const unknown = smell({ asked: said, cause: { ...said, known: false } })
    expect(smellSteps(unknown, STEWARD)).toEqual(['cause', 'guard_told'])
    const told = smell({ asked: said, cause: { ...said, known: false }, guard_told: said })
    expect(smellSteps(told, actor('guard', { depts: ['security'] }))).toEqual(['guard_result'])
  })

  it('is not looked into by who is neither security nor an overseer', () => {
    const told = smell({ guard_told: said })
    expect(smellSteps(told, ENGINEER)).toEqual([])
    expect(smellSteps(told, SUPERVISOR)).toEqual(['asked', 'cause', 'guard_result'])
    expect(mayDo(told, ENGINEER)).toEqual([])
    expect(mayDo(smell(), STEWARD)).toContain('smell_step')
  })

  it('has no more steps than are open', () => {
    const known = smell({ asked: said, cause: { ...said, known: true } })
    expect(smellSteps(known, STEWARD)).toEqual([])
    const looked = smell({ asked: said, guard_told: said, guard_result: said })
    expect(smellSteps(looked, SUPERVISOR)).toEqual([])
    expect(smellSteps(smell(), actor('guard', { depts: ['security'] }))).toEqual([])
  })

  it('is not signed before the cause or the result of security stands (acceptance check 6)', () => {
    const found = { ...finding(verified), smell: smell().smell }
    expect(mayDo(found, ENGINEER)).not.toContain('sign')
    const ended = { ...found, smell: smell({ finished: true }).smell }
    expect(mayDo(ended, ENGINEER)).toContain('sign')
  })
})

describe('a work letter', () => {
  const letter = { standsWith: 'manager', passes: [] } as unknown as Letter

  it('is passed on by who ranks as high as where it stands', () => {
    const found = finding({ letters: [letter] })
    expect(letterFor(found, SUPERVISOR)).toBe(letter)
    expect(letterFor(found, { ...SUPERVISOR, manages: false })).toBeUndefined()
    expect(letterFor(found, STEWARD)).toBeUndefined()
  })

  it('is offered to who may pass it on, and to nobody once it is answered', () => {
    const found = finding({ letters: [letter] })
    expect(mayDo(found, SUPERVISOR)).toContain('letter_pass')
    expect(mayDo(found, STEWARD)).not.toContain('letter_pass')
    const answered = finding({ letters: [{ ...letter, standsWith: null }] })
    expect(letterFor(answered, SUPERVISOR)).toBeUndefined()
    const below = finding({ letters: [{ ...letter, standsWith: 'supervisor' }] })
    expect(letterFor(below, { ...SUPERVISOR, manages: false })).toBeDefined()
  })

  it('goes upwards only', () => {
    expect(higherThan(letter)).toEqual(['office_manager', 'gm'])
    expect(higherThan({ ...letter, standsWith: 'gm' })).toEqual([])
    expect(higherThan({ ...letter, standsWith: null })).toEqual([])
  })

  it('is answered for the general manager by the office manager', () => {
    const found = finding({ letters: [{ ...letter, standsWith: 'gm' }] })
    expect(letterFor(found, actor('manager'))).toBeUndefined()
    expect(letterFor(found, actor('office_manager'))).toBeDefined()
  })
})

describe('what is waited for', () => {
  it('is the own department’s order, not an overseer’s', () => {
    const sent = finding({ state: 'dispatched' })
    expect(expectedOf(sent, ENGINEER, false)).toBe('accept')
    expect(expectedOf(sent, SUPERVISOR, false)).toBeNull()
  })

  it('is a look at the own place', () => {
    expect(expectedOf(finding(fixed), STEWARD, true)).toBe('verify')
    expect(expectedOf(finding(fixed), STEWARD, false)).toBeNull()
  })

  it('is the decision of who manages, and the finder’s word', () => {
    expect(expectedOf(finding(), SUPERVISOR, false)).toBe('dispatch')
    const open = finding({ state: 'open' })
    expect(expectedOf(open, actor('steward', { id: LIN.id }), false)).toBe('settle')
    expect(expectedOf(open, STEWARD, true)).toBeNull()
  })
})
