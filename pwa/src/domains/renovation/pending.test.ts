import { describe, expect, it } from 'vitest'

import { appliedFor, withOwn } from '@/domains/renovation/pending'
import {
  GUARD,
  LIN,
  notice,
  own,
  photo,
  SETTINGS,
  SHEN,
  site,
  stay,
  TODAY,
} from '@/domains/renovation/testing/make'
import type { Act, Said } from '@/domains/renovation/said'

const after = <K extends Act>(act: K, said: Said[K], one = site(), who = LIN) =>
  withOwn(one, [own(act, said)], who, SETTINGS)

describe('what was done on this phone', () => {
  it('shows at once, with its step in the history', () => {
    const one = after('complete', { by: 'customer', name: '陈', mandate: [] })
    expect(one.state).toBe('completion_reported')
    expect(one.acts).toMatchObject([{ act: 'complete', from: 'in_progress', byName: LIN.name }])
  })

  it('counts once: what the history tells is in already', () => {
    const told = site({ acts: [{ ...site().acts[0]!, id: 'a-complete' }] })
    expect(after('complete', { by: 'customer', name: '陈', mandate: [] }, told).state).toBe(
      'in_progress',
    )
  })

  it('goes on where it was sent back from: to the desk or to the engineers', () => {
    const state = (from: 'incomplete' | 'returned') =>
      after('resubmit', { note: '' }, site({ state: from })).state
    expect(state('incomplete')).toBe('submitted')
    expect(state('returned')).toBe('in_review')
  })

  it('takes a paper off the list of what is missing', () => {
    const missing = (one: ReturnType<typeof site>) => one.missing.map(({ code }) => code)
    const before = after('incomplete', { note: '' }, site({ state: 'submitted' }))
    expect(missing(before)).toContain('doc_plan')
    const paper = {
      code: 'doc_plan',
      photos: [photo('a')],
      sealed: false,
      signedBy: [],
      note: '',
    } as const
    const brought = after(
      'paper',
      { paper: { ...paper, photos: [...paper.photos], signedBy: [] } },
      before,
    )
    expect(missing(brought)).not.toContain('doc_plan')
  })

  it('is a notice, grave where it is about what carries or burns (REN-R05)', () => {
    const { noticeId, description, photos, dueOn, servedTo, refusedToSign, witness } = notice()
    const said = { noticeId, description, photos, dueOn, servedTo, refusedToSign, witness }
    const more = { visitId: null, stoppedAt: TODAY.now.toISOString(), changeId: null }
    const served = (items: string[]) =>
      after('notice', { ...more, notice: { ...said, items } }).notices[0]?.grade
    expect(served(['RN-05'])).toBe('general')
    expect(served(['RN-05', 'RN-02'])).toBe('major')
  })

  it('opens a notice anew when what was done is not enough', () => {
    const open = site({ notices: [notice({ state: 'reported_fixed' })] })
    const said = { noticeId: 'n-1', passed: false, note: '还在漏', photos: [], dueOn: '2026-12-01' }
    expect(after('notice_verify', said, open).notices[0]).toMatchObject({
      ...{ state: 'issued', dueOn: '2026-12-01' },
    })
    const fine = after('notice_verify', { ...said, passed: true, dueOn: null }, open)
    expect(fine.notices[0]?.state).toBe('verified')
  })

  it('moves the end of the permit with an approved extension, not with a refused one', () => {
    const asked = stay(0, '', '', {
      kind: 'extension',
      state: 'requested',
      said: { until: '2027-03-10' },
    })
    const one = site({ requests: [asked] })
    const decided = (approved: boolean) =>
      after('decide', { requestId: 'r-1', approved, note: '' }, one, SHEN)
    expect(decided(true).permitUntil).toBe('2027-03-10')
    expect(decided(false)).toMatchObject({
      permitUntil: '2027-02-10',
      requests: [{ state: 'refused' }],
    })
  })

  it('is a look at night, with who may stay, once', () => {
    const said = { checkId: 'n-1', night: TODAY.day, persons: 3, passesSeen: [], note: '守材料' }
    const one = site({ requests: [stay(2, TODAY.day, TODAY.day)] })
    const { nights } = after('night_check', { ...said, photos: [] }, one, GUARD)
    expect(nights).toMatchObject([{ id: 'n-1', persons: 3, allowed: 2, byName: GUARD.name }])
    expect(after('night_check', { ...said, photos: [] }, { ...one, nights: nights! }).nights).toBe(
      nights,
    )
  })

  it('is a pass handed back at the gate', () => {
    const one = after('pass_return', { passId: 'p-2', note: '' }, site(), GUARD)
    expect(one.passes.map(({ state }) => state)).toEqual(['issued', 'returned'])
  })

  it('is a new case as soon as it was applied for', () => {
    const { unitId, applicant, contractor, personInCharge, scope, workers } = site()
    const dates = { plannedFrom: '2026-12-01', plannedUntil: '2027-01-31' }
    const application = { unitId, applicant, contractor, personInCharge, scope, workers, ...dates }
    const one = appliedFor(
      { application: { ...application, heating: false, hotWork: false } },
      { id: 'c-9', estate: 'e-1', unitName: '3 栋 1501' },
    )
    expect(one).toMatchObject({ id: 'c-9', state: 'draft', unitName: '3 栋 1501', workers })
  })
})
