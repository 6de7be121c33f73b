import { expect, it } from 'vitest'

import { listOf } from '@/domains/findings/lists'
import { withActs } from '@/domains/findings/pending'
import {
  AT,
  done,
  ENGINEER,
  FAN,
  finding,
  smell,
  STEWARD,
  SUPERVISOR,
} from '@/domains/findings/testing/make'

const due = (what: string, dueAt: string) => ({ what, from: AT, dueAt })

it('shows what was done on this phone at once, step by step to the closing', () => {
  const found = finding({ due: [due('dispatch', '2026-11-24T00:00:00Z'), due('solve', AT)] })
  const dispatched = withActs(
    found,
    [done('dispatch', { dept: 'cleaning', priority: 'normal', hard: true, note: '' })],
    SUPERVISOR,
  )
  expect(dispatched).toMatchObject({ state: 'dispatched', dept: 'cleaning', hard: true })
  expect(dispatched.due.map(({ what }) => what)).toEqual(['solve'])
  const fixed = withActs(dispatched, [done('accept'), done('fix')], ENGINEER)
  expect(fixed).toMatchObject({ state: 'fixed', fixer: { id: FAN.id }, due: [] })
  const looked = done('verify', { outcome: 'right' }, { byId: STEWARD.id })
  const verified = withActs(fixed, [looked], STEWARD)
  const first = withActs(verified, [done('sign', {}, { byId: STEWARD.id })], STEWARD)
  expect(first.state).toBe('verified')
  const last = withActs(first, [done('sign', {}, { id: 'second' })], ENGINEER)
  expect(last).toMatchObject({ state: 'closed', closedAt: AT })
})

it('goes back to the department when it was not put right, and counts as rework', () => {
  const found = finding({ state: 'fixed', fixer: { ...FAN, at: AT } })
  const again = withActs(found, [done('verify', { outcome: 'not_right' })], STEWARD)
  expect(again).toMatchObject({ state: 'reopened', rework: 1 })
})

it('changes nothing by an act that was refused, and shows it', () => {
  const refused = done('accept', {}, { refused: { code: 'findings.wrong_state', params: {} } })
  const found = withActs(finding({ state: 'fixed' }), [refused], ENGINEER)
  expect(found.state).toBe('fixed')
  expect(found.acts).toHaveLength(1)
})

it('counts an act once that the server has told meanwhile', () => {
  const told = finding({ state: 'in_repair', acts: [done('accept')] })
  expect(withActs(told, [done('accept')], ENGINEER).acts).toHaveLength(1)
})

it('ends a smell by a known cause or by what security found', () => {
  const step = (said: object) => done('smell_step', { doneAt: AT, ...said })
  const unknown = withActs(smell(), [step({ step: 'cause', known: false })], STEWARD)
  expect(unknown.smell).toMatchObject({ finished: false, cause: { known: false } })
  const looked = step({ step: 'guard_result', result: '未闻到' })
  expect(withActs(unknown, [{ ...looked, id: 'b' }], STEWARD).smell?.finished).toBe(true)
})

it('passes a work letter on and answers it', () => {
  const letter = done('letter', { facts: '井盖', help: '联系市政', photos: [] }, { id: 'l' })
  const sent = withActs(finding(), [letter], STEWARD)
  expect(sent).toMatchObject({ escalatedTo: 'supervisor', letters: [{ standsWith: 'supervisor' }] })
  const up = done('letter_pass', { letterId: 'l', to: 'office_manager', answer: '' })
  const passed = withActs(sent, [up], SUPERVISOR)
  expect(passed.letters[0]).toMatchObject({ standsWith: 'office_manager', answer: null })
})

it('lists by deadline, what has none last, and what is over as overdue', () => {
  const cases = [
    finding({ id: 'none' }),
    finding({ id: 'late', due: [due('solve', '2026-11-24T09:00:00Z')] }),
    finding({ id: 'soon', due: [due('dispatch', '2026-11-24T08:00:00Z')] }),
    finding({ id: 'closed', state: 'closed' }),
  ]
  const whose = { who: SUPERVISOR, isOwn: () => true }
  const ids = (view: 'all' | 'over' | 'todo', now: string) =>
    listOf(cases, view, whose, new Date(now)).map(({ id }) => id)
  expect(ids('todo', '2026-11-24T00:00:00Z')).toEqual(['soon', 'late', 'none'])
  expect(ids('over', '2026-11-24T08:30:00Z')).toEqual(['soon'])
  expect(ids('all', '2026-11-24T00:00:00Z')).not.toContain('closed')
})
