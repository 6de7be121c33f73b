import { describe, expect, it } from 'vitest'

import { formOf } from '@/domains/renovation/forms'
import { dayAfterMonths } from '@/domains/renovation/forms/months'
import { SITE_ITEMS } from '@/domains/renovation/forms/served'
import type { About, Values } from '@/domains/renovation/forms/types'
import { firstValues, formLack, nameOf, privateOf } from '@/domains/renovation/forms/values'
import type { Act, Said } from '@/domains/renovation/said'
import {
  LIN,
  notice,
  pass,
  photo,
  request,
  SETTINGS,
  site,
  stay,
  TODAY,
  WU,
} from '@/domains/renovation/testing/make'
import type { LookedAt } from '@/domains/renovation/visit/types'

const examples = import.meta.glob<{ body: object }>(
  '../../../../../tests/examples/kinds/renovation.*.json',
  { eager: true, import: 'default' },
)
const board = { settings: SETTINGS, today: TODAY, who: LIN, bareWords: ['正常'], templates: [] }
const about = (more: Partial<About> = {}): About => ({ one: site(), board, ...more })
const strokes = [[1, 2, 30, 40, 80, 20]]

/** Answer a site of which every item was looked at. */
const seen = (different: LookedAt = {}): LookedAt => ({
  ...Object.fromEntries(SITE_ITEMS.map((item) => [item, { result: 'normal', note: '' }])),
  ...different,
})

/** Answer what keeps a form from being kept once these stand in it. */
function lackOf(act: Act, values: Values, of = about(), signed = true) {
  const form = formOf(act)!
  const all = { ...firstValues(form, of), ...values }
  const signing = signed
    ? Object.fromEntries((form.signs?.(all, of) ?? []).map((as) => [as, { name: '陈', strokes }]))
    : {}
  return formLack(form, all, signing, of)
}

describe('what a form says', () => {
  const known = Object.entries(examples).map(([path, { body }]) => {
    const act = /renovation\.(\w+)\.json$/.exec(path)?.[1] as Act
    return [act, body] as const
  })
  const asked = known.filter(([act]) => formOf(act))

  it.each(asked)('has of %s just what the shared example has', (act, body) => {
    const moments = {
      fromAt: '2026-11-23T09:00',
      untilAt: '2026-11-23T10:00',
      paidAt: '2026-11-23T09:00',
    }
    const values = {
      ...firstValues(formOf(act)!, about()),
      ...moments,
      formToSign: 'agreement/owner',
    }
    const said = formOf(act)!.said(
      values,
      about({ notice: notice(), request: request(), pass: pass('p-1') }),
    )
    const { renovationId: _, private: __, ...example } = body as Record<string, unknown>
    expect(Object.keys(said).sort()).toEqual(Object.keys(example).sort())
  })
})

describe('what keeps a form from being kept', () => {
  it('is the first field that is empty, a bare 正常, and who has not signed', () => {
    expect(lackOf('approve', {})).toEqual({ field: 'opinion' })
    expect(lackOf('approve', { opinion: '正常' })).toEqual({ field: 'opinion', bare: true })
    expect(lackOf('approve', { opinion: '同意，注意防水' })).toBeNull()
    const change = { what: '卫生间改门向', photos: [photo('a')] }
    expect(lackOf('plan_change', change, about(), false)).toEqual({ signature: 'owner' })
  })

  it('is a third person overnight (acceptance 7)', () => {
    const stays = { persons: ['p-1'], stayReason: 'guard_material', guarantee: [photo('g')] }
    expect(lackOf('overnight', stays)).toBeNull()
    const full = about({ one: site({ requests: [stay(2, TODAY.day, TODAY.day)] }) })
    expect(lackOf('overnight', stays, full)).toEqual({ word: 'tooManyOvernight' })
  })

  it('is a permit before the joint check, or for longer than three months (REN-R10)', () => {
    const paid = (more: object) => about({ one: site({ state: 'paid', ...more }) })
    expect(lackOf('permit', {}, paid({}))).toEqual({ word: 'jointCheck' })
    const jointCheck = { at: '', byName: '', waterTest: 'done', abnormal: [] }
    expect(lackOf('permit', { until: '2027-02-23' }, paid({ jointCheck }))).toBeNull()
    expect(lackOf('permit', { until: '2027-02-24' }, paid({ jointCheck }))).toEqual({
      word: 'tooLong',
    })
    expect(lackOf('permit', {}, paid({ jointCheck, passes: [] }))).toEqual({ word: 'passes' })
  })

  it('is a pass that nobody accounted for before the observation (REN-R17)', () => {
    const good = { passed: 'yes', note: '各项符合方案', siteItems: seen() }
    expect(lackOf('accept', good)).toEqual({ word: 'passesOut' })
    const all = about({ one: site({ passes: [pass('p-1', { state: 'lost' })] }) })
    expect(lackOf('accept', good, all)).toBeNull()
  })

  it('is a fault that is ticked though the recheck passed, and a refund that is not the deposit', () => {
    const good = { passed: 'yes', note: '没有渗漏' }
    expect(lackOf('recheck', { ...good, leak: true })).toEqual({ word: 'faultUnresolved' })
    expect(lackOf('recheck', good)).toBeNull()
    const back = { receiptNo: 'T1', paidAt: '2026-11-23T09:00' }
    expect(lackOf('refund', back)).toBeNull()
    expect(lackOf('refund', { ...back, amount: '1999.99' })).toEqual({ word: 'refundWrong' })
    const less = {
      ...back,
      amount: '1500',
      deducted: true,
      deduction: '500',
      deductionReason: '修地漏',
    }
    expect(lackOf('refund', less)).toBeNull()
  })

  it('is hot work that goes on past its day, and completion while a notice is open', () => {
    const hot = { place: '厨房', work: '焊接', operator: '何', watcher: '李', extinguisher: true }
    const until = (untilAt: string) =>
      lackOf('hot_work', { ...hot, fromAt: '2026-11-23T10:00', untilAt })
    expect(until('2026-11-23T11:00')).toBeNull()
    expect(until('2026-11-24T11:00')).toEqual({ word: 'notSameDay' })
    const open = about({ one: site({ notices: [notice()] }) })
    expect(lackOf('complete', {}, open)).toEqual({ word: 'noticesOpen' })
  })
})

describe('an acceptance', () => {
  const back = about({ one: site({ passes: [] }) })
  const drain = { 'RN-05': { result: 'abnormal' as const, note: '地漏堵了' } }
  const told = { note: '看过', description: '地漏堵', servedTo: 'person_in_charge' }
  const failed = { ...told, passed: 'no', violationPhotos: [photo('v')], siteItems: seen(drain) }

  it('looks at every item of the site, and says what is wrong with an abnormal one', () => {
    const passed = { passed: 'yes', note: '看过' }
    expect(lackOf('accept', passed, back)).toEqual({ field: 'siteItems' })
    const silent = { 'RN-05': { result: 'abnormal' as const, note: ' ' } }
    const siteItems = seen(silent)
    expect(lackOf('accept', { ...failed, siteItems }, back)).toEqual({ word: 'checkNote' })
  })

  it('has not passed with an abnormal item, nor failed without one', () => {
    expect(lackOf('accept', { ...failed, passed: 'yes' }, back)).toEqual({ word: 'abnormalPassed' })
    const siteItems = seen()
    expect(lackOf('accept', { ...failed, siteItems }, back)).toEqual({ word: 'nothingAbnormal' })
    expect(lackOf('accept', failed, back)).toBeNull()
  })

  it('that failed brings a notice about just what is abnormal', () => {
    const said = formOf('accept')!.said(
      { ...firstValues(formOf('accept')!, back), ...failed },
      back,
    )
    const { answers, notice: served } = said as Said['accept']
    expect(served?.items).toEqual(['RN-05'])
    expect(answers).toHaveLength(16)
    expect(answers.find(({ item }) => item === 'RN-05')).toMatchObject({
      ...{ result: 'abnormal', note: '地漏堵了', noticeId: served?.noticeId },
    })
  })

  it('that failed, and a recheck that failed, are signed by whom the notice is served to as well', () => {
    for (const act of ['accept', 'recheck'] as const) {
      const { signs } = formOf(act)!
      expect(signs!({ passed: 'yes' }, back)).toEqual(['engineer', 'steward'])
      expect(signs!({ ...failed, servedTo: 'owner' }, back)).toContain('owner')
      expect(signs!({ ...failed, refusedToSign: true }, back)).toContain('witness')
    }
  })
})

describe('who signs', () => {
  it('is the witness where the notice was refused, else whom it is served to', () => {
    const { signs } = formOf('notice')!
    const as = (values: Values) => signs!(values, about())
    expect(as({ servedTo: 'owner' })).toEqual(['owner'])
    expect(as({ servedTo: 'owner', refusedToSign: true })).toEqual(['witness'])
  })

  it('begins with the name that is known', () => {
    expect(nameOf('owner', about())).toBe('陈一鸣')
    expect(nameOf('steward', about())).toBe(LIN.name)
    expect(nameOf('engineer', about())).toBe('')
    expect(nameOf('engineer', about({ board: { ...board, who: WU } }))).toBe(WU.name)
  })

  it('goes apart with the strokes', () => {
    const signing = { owner: { name: ' 陈一鸣 ', strokes } }
    const apart = privateOf(formOf('notice')!, { servedTo: 'owner' }, signing, about())
    expect(apart).toEqual({ signatures: [{ as: 'owner', name: '陈一鸣', strokes }] })
    expect(privateOf(formOf('approve')!, {}, {}, about())).toBeNull()
  })
})

it('counts months by the calendar: the last of a shorter month', () => {
  expect(dayAfterMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(dayAfterMonths('2026-11-23', 3)).toBe('2027-02-23')
})
