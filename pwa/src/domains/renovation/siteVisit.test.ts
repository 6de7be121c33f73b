import { describe, expect, it } from 'vitest'

import { answered, changed } from '@/ground/checklists/sheet'
import type { Template } from '@/ground/checklists/types'
import {
  askableChanges,
  checked,
  freshDraft,
  violationPhotos,
  violationsOf,
  visitLack,
  visitOf,
  workersPresent,
} from '@/domains/renovation/siteVisit'
import { foundOn } from '@/domains/renovation/found'
import { photo, request, site } from '@/domains/renovation/testing/make'
import type { SiteDraft } from '@/domains/renovation/visit/types'

const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' }
const item = (id: string) => ({
  ...{ id, words, normal: words, choices: [], record: [], flags: [], urgent: false },
  dept: 'steward' as const,
})
const template: Template = {
  ...{ id: 't', estate: 'e-1', type: 'renovation_site', version: 2, hash: 'h' },
  items: [item('RN-01'), item('RN-05')],
}
const BARE = ['正常']
const begun = freshDraft(
  {
    ...{ id: 'v-1', estate: 'e-1', by: 'p-1', renovationId: 'c-1', code: 'ABC' },
    ...{ scan: { method: 'camera', reason: null }, startedAt: '2026-11-23T02:00:00Z' },
  },
  [{ ...template, version: 1 }, template],
)
const given = { at: new Date('2026-11-23T02:01:00Z'), ms: 900, findingId: 'f-1' }
const shot = (sha256: string, of: string | null = null) => ({
  ...{ ...photo(sha256), item: of, moment: 'before' as const },
})

function whole(): SiteDraft {
  const first = answered(begun, 'RN-01', 'normal', given)
  const both = answered(first, 'RN-05', 'abnormal', given)
  const told = changed(both, 'RN-05', {
    ...{ choice: 'poured', description: '往地漏倒水泥浆', spot: '客卫', action: 'reported' },
  })
  return {
    ...told,
    stage: 'masonry',
    note: '瓷砖贴到 1.2 米',
    photos: [shot('a', 'RN-05'), shot('b')],
  }
}

describe('a site visit while it is filled in', () => {
  it('is by the newest checklist', () => {
    expect(begun.checklist).toEqual({ type: 'renovation_site', version: 2, hash: 'h' })
  })

  it('asks for stage, items, a note that says something, and a photo, in this order', () => {
    expect(visitLack(begun, template, BARE)).toBe('stage')
    expect(visitLack({ ...begun, stage: 'painting' }, template, BARE)).toBe('items')
    expect(visitLack({ ...whole(), note: '正常。' }, template, BARE)).toBe('bare')
    expect(visitLack({ ...whole(), note: ' ' }, template, BARE)).toBe('note')
    const bare = answered({ ...whole(), photos: [] }, 'RN-05', 'normal', given)
    expect(visitLack(bare, template, BARE)).toBe('photo')
    expect(visitLack(whole(), template, BARE)).toBeNull()
  })

  it('asks where nobody opened only for a note and a photo', () => {
    const nobody: SiteDraft = { ...begun, outcome: 'nobody' }
    expect(visitLack(nobody, template, BARE)).toBe('note')
    const told = { ...nobody, note: '敲门三次无人应', photos: [shot('a')] }
    expect(visitLack(told, template, BARE)).toBeNull()
    expect(violationsOf({ ...whole(), outcome: 'nobody' })).toEqual([])
  })

  it('counts who was there: passes scanned once each, and others without one', () => {
    const twice = checked(
      checked(checked(begun, 'p-1', 'valid'), 'p-2', 'expired'),
      'p-1',
      'revoked',
    )
    expect(twice.passesChecked).toEqual([
      { passId: 'p-2', verdict: 'expired' },
      { passId: 'p-1', verdict: 'revoked' },
    ])
    expect(workersPresent({ ...twice, others: 3 })).toBe(5)
  })
})

describe('what is sent of a visit', () => {
  it('names the notice that what is against the rules was served with (REN-R01)', () => {
    const draft = whole()
    expect(violationsOf(draft)).toEqual(['RN-05'])
    expect(violationPhotos(draft).map(({ sha256 }) => sha256)).toEqual(['a'])
    const sent = visitOf(draft, template, new Date('2026-11-23T02:10:00Z'), 'n-1')
    expect(sent.answers).toEqual([
      expect.objectContaining({ item: 'RN-01', result: 'normal', noticeId: null, note: null }),
      expect.objectContaining({
        ...{ item: 'RN-05', choice: 'poured', note: '往地漏倒水泥浆 · 客卫' },
        ...{ noticeId: 'n-1', findingId: 'f-1' },
      }),
    ])
    expect(sent.photos.map(({ item }) => item)).toEqual(['RN-05', null])
  })

  it('says which photo of the visit before a photo shows again', () => {
    const sent = visitOf({ ...whole(), frames: { b: 'old' } }, template, new Date(), null)
    expect(sent.photos.map(({ frameOf }) => frameOf)).toEqual([null, 'old'])
  })

  it('holds no answers where nobody was let in', () => {
    const sent = visitOf({ ...whole(), outcome: 'refused_entry' }, template, new Date(), null)
    expect(sent).toMatchObject({ answers: [], stage: null, checklist: null })
  })
})

describe('a plan change that nobody approved (REN-R15)', () => {
  it('is asked for until it is approved', () => {
    const changes = (['requested', 'refused', 'approved'] as const).map((state) =>
      request({ kind: 'plan_change', state, requestId: state }),
    )
    const asked = askableChanges({ requests: [...changes, request({ state: 'requested' })] })
    expect(asked.map(({ requestId }) => requestId)).toEqual(['requested', 'refused'])
  })

  it('is against the rules when it is found built, with the photos of the visit', () => {
    const fine = { ...whole(), answers: {}, builtChanges: ['r-1'] }
    expect(violationsOf(fine)).toEqual(['RN-15'])
    expect(violationPhotos(fine).map(({ sha256 }) => sha256)).toEqual(['a', 'b'])
    expect(violationsOf({ ...whole(), builtChanges: ['r-1'] })).toEqual(['RN-05', 'RN-15'])
    expect(violationsOf({ ...fine, outcome: 'nobody' })).toEqual([])
  })
})

describe('what a visit found wrong', () => {
  it('is a finding at the unit, by the item of the checklist', () => {
    const found = foundOn(whole(), site())
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      ...{ findingId: 'f-1', item: 'RN-05', choice: 'poured', placeId: 'u-1', spot: '客卫' },
      origin: { kind: 'renovation.visit', id: 'v-1' },
      checklist: { type: 'renovation_site', version: 2, hash: 'h' },
      photos: [{ sha256: 'a', moment: 'before' }],
    })
    expect(visitOf(whole(), template, given.at, 'n-1').answers[1]).toMatchObject({
      ...{ findingId: 'f-1', noticeId: 'n-1' },
    })
  })

  it('is nothing before a shut door, or without a checklist', () => {
    expect(foundOn({ ...whole(), outcome: 'nobody' }, site())).toEqual([])
    expect(foundOn({ ...whole(), checklist: null }, site())).toEqual([])
  })
})
