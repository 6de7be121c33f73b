import { describe, expect, it } from 'vitest'

import { changed, rowsOf } from '@/ground/checklists/sheet'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import { seenAgain, sightingsOf } from '@/domains/patrols/again'
import { answered, bodyOf, foundOf } from '@/domains/patrols/sheet'
import type { Draft, Outcome } from '@/domains/patrols/types'

const item = (id: string) =>
  ({ id, record: [] as string[], choices: [] }) as unknown as ChecklistItem
const template = { items: ['ST-01', 'ST-09'].map(item) } as unknown as Template
const empty = {
  id: 'visit',
  answers: {},
  photos: [],
  observation: '',
  scan: {},
} as unknown as Draft
const AT = new Date('2026-11-24T07:38:50Z')
const boxes = {
  id: 'boxes',
  item: 'ST-09',
  choice: 'piled',
  description: '纸箱 2 个',
  spot: '门外',
}
const bike = { ...boxes, id: 'bike', description: '自行车 1 辆' }

const see = (draft: Draft, finding: typeof boxes, outcome: Outcome, sightingId = finding.id) =>
  seenAgain(draft, finding, outcome, { at: AT, ms: 700, sightingId: `see-${sightingId}` }, true)
const given = { at: AT, ms: 900, findingId: 'new' }
const outcomes = (draft: Draft) =>
  sightingsOf(draft).map(({ findingId, outcome }) => [findingId, outcome])
const answerTo = (draft: Draft) => bodyOf(draft, template, AT).answers.at(-1)

describe('an open finding looked at again', () => {
  it('that still stands makes its item abnormal, whole, and no second finding', () => {
    const draft = see(empty, boxes, 'still_there')
    expect(rowsOf(draft, template, [])[1]).toMatchObject({ whole: true, gaps: [] })
    expect(answerTo(draft)).toMatchObject({
      result: 'abnormal',
      choice: 'piled',
      note: '纸箱 2 个',
      findingId: 'boxes',
      ms: 700,
    })
    expect(foundOf(draft)).toEqual([])
    expect(sightingsOf(draft)).toEqual([
      {
        sightingId: 'see-boxes',
        findingId: 'boxes',
        visitId: 'visit',
        outcome: 'still_there',
        seenAt: AT.toISOString(),
      },
    ])
  })

  it('that is gone makes its item normal', () => {
    const draft = see(empty, boxes, 'gone')
    expect(answerTo(draft)).toMatchObject({ result: 'normal', findingId: null })
    expect(outcomes(draft)).toEqual([['boxes', 'gone']])
  })

  it('may be told otherwise by a second tap, and is sent once', () => {
    const draft = see(see(empty, boxes, 'still_there'), boxes, 'gone', 'another')
    expect(answerTo(draft)?.result).toBe('normal')
    expect(sightingsOf(draft).map(({ sightingId }) => sightingId)).toEqual(['see-boxes'])
  })

  it('leaves its item abnormal while another one of the same item stands', () => {
    const draft = see(see(empty, boxes, 'still_there'), bike, 'gone')
    expect(answerTo(draft)).toMatchObject({ result: 'abnormal', findingId: 'boxes' })
    expect(outcomes(draft)).toEqual([
      ['boxes', 'still_there'],
      ['bike', 'gone'],
    ])
  })

  it('never overwrites something new that was written down of the same item', () => {
    const wrote = changed(answered(empty, 'ST-09', 'abnormal', given), 'ST-09', {
      description: '电动车充电',
    })
    const draft = see(wrote, boxes, 'gone')
    expect(answerTo(draft)).toMatchObject({ note: '电动车充电', findingId: 'new' })
  })

  it('of an item that this checklist has no more is only told to the finding', () => {
    const draft = seenAgain(empty, boxes, 'gone', { at: AT, ms: 0, sightingId: 'see' }, false)
    expect(draft.answers).toEqual({})
    expect(outcomes(draft)).toEqual([['boxes', 'gone']])
  })
})

describe('an item that stood as still there', () => {
  const standing = see(empty, boxes, 'still_there')

  it('answered normal by hand stands no more', () => {
    const draft = answered(standing, 'ST-09', 'normal', given)
    expect(outcomes(draft)).toEqual([])
    expect(answerTo(draft)).toMatchObject({ result: 'normal', note: null })
  })

  it('with something new besides reports only that, and tells both', () => {
    const draft = answered(standing, 'ST-09', 'abnormal', given)
    expect(foundOf(draft).map(({ findingId }) => findingId)).toEqual(['new'])
    expect(foundOf(draft)[0]?.description).toBe('')
    expect(outcomes(draft)).toEqual([['boxes', 'still_there']])
  })
})
