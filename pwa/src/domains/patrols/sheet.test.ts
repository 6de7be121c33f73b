import { describe, expect, it } from 'vitest'

import reportExample from '../../../../tests/examples/kinds/findings.report.json'
import visitExample from '../../../../tests/examples/kinds/patrols.visit.json'

import { changed, nextMissing, rowsOf } from '@/ground/checklists/sheet'
import type { ChecklistItem, Template } from '@/ground/checklists/types'
import { answered, bodyOf, foundOf, needsWords } from '@/domains/patrols/sheet'
import type { Draft } from '@/domains/patrols/types'

const BARE = ['正常', '无']
const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' }
const item = (id: string): ChecklistItem => ({
  id,
  words,
  normal: words,
  choices: [],
  record: id === 'ST-09' ? ['U'] : [],
  dept: 'engineering',
  flags: [],
  urgent: false,
})
const { checklist } = visitExample.body
const template: Template = {
  ...checklist,
  id: 'stairwell-1',
  estate: 'estate',
  items: ['ST-01', 'ST-09', 'ST-10'].map(item),
}
const empty: Draft = {
  makeUp: visitExample.body.makeUp,
  id: visitExample.body.visitId,
  estate: 'estate',
  by: 'person',
  placeId: visitExample.body.placeId,
  round: visitExample.body.round,
  label: visitExample.body.label,
  hangs: false,
  scan: { method: 'camera', reason: null },
  scannedAt: visitExample.body.scannedAt,
  checklist,
  answers: {},
  observation: visitExample.body.observation,
  photos: [
    {
      ...visitExample.body.photos[0]!,
      moment: 'before',
    },
    {
      sha256: visitExample.body.photos[1]!.sha256,
      takenAt: '2026-11-23T07:39:02.000Z',
      item: null,
      live: true,
      moment: 'before',
      task: 'extinguisher_gauge',
    },
  ],
  position: visitExample.body.position,
}
const given = (ms: number) => ({
  at: new Date(reportExample.body.foundAt),
  ms,
  findingId: reportExample.body.findingId,
})

function filled(): Draft {
  let draft = answered(empty, 'ST-01', 'normal', given(812))
  draft = changed(draft, 'ST-01', { methods: ['look'] })
  draft = answered(draft, 'ST-09', 'abnormal', given(9120))
  draft = changed(draft, 'ST-09', {
    choice: 'piled',
    description: '纸箱 2 个、自行车 1 辆 ',
    spot: ' 防火门外',
    action: 'reported',
    details: { unit: '902', plate: 'unreadable', number: null, expiry: null, reading: null },
  })
  draft = answered(draft, 'ST-10', 'na', given(1500))
  return changed(draft, 'ST-10', { reason: '本层未装' })
}

describe('a sheet while it is filled in', () => {
  it('leads to the next item that is not whole, and round again to the top', () => {
    const draft = answered(empty, 'ST-09', 'normal', given(700))
    const rows = rowsOf(draft, template, BARE)
    expect(nextMissing(rows)?.item.id).toBe('ST-01')
    expect(nextMissing(rows, 'ST-01')?.item.id).toBe('ST-10')
    expect(nextMissing(rows, 'ST-10')?.item.id).toBe('ST-01')
    expect(nextMissing(rowsOf(filled(), template, BARE))).toBeUndefined()
  })

  it('leads back to an abnormal item that lacks something (PAT-R04)', () => {
    const draft = changed(filled(), 'ST-09', { spot: '' })
    expect(nextMissing(rowsOf(draft, template, BARE))?.gaps).toEqual(['spot'])
  })

  it('keeps what was written when somebody changes the result and changes it back', () => {
    const slipped = answered(filled(), 'ST-09', 'normal', given(100))
    expect(bodyOf(slipped, template, new Date()).answers[1]).toMatchObject({
      note: null,
      findingId: null,
    })
    const back = answered(slipped, 'ST-09', 'abnormal', given(100))
    expect(back.answers['ST-09']).toMatchObject({ choice: 'piled', spot: ' 防火门外', ms: 9320 })
  })

  it('gives the photos of an item that is normal after all to the place', () => {
    const slipped = answered(filled(), 'ST-09', 'normal', given(100))
    expect(bodyOf(slipped, template, new Date()).photos[0]?.item).toBeNull()
    expect(foundOf(slipped)).toEqual([])
  })

  it('needs words of its own when no phrase was chosen (PAT-R03)', () => {
    const settings = { bare_normal_words: BARE, min_observation_chars: 4 }
    const excused = changed(answered(empty, 'ST-10', 'na', given(9)), 'ST-10', { reason: '未装' })
    const silent = { ...excused, observation: '', photos: [] }
    expect(needsWords(silent, template, settings)).toBe(true)
    expect(needsWords({ ...silent, observation: '整层施工围挡' }, template, settings)).toBe(false)
    expect(needsWords(answered(silent, 'ST-01', 'normal', given(9)), template, settings)).toBe(
      false,
    )
  })
})

describe('what is sent', () => {
  it('is the visit of the shared example', () => {
    const body = bodyOf(filled(), template, new Date(visitExample.body.finishedAt))
    const plain = JSON.parse(JSON.stringify(body).replaceAll('.000Z', 'Z')) as unknown
    expect(plain).toEqual(visitExample.body)
  })

  it('names no make-up check when nobody asked for one', () => {
    const { makeUp: _, ...plain } = filled()
    expect(bodyOf(plain, template, new Date())).not.toHaveProperty('makeUp')
  })

  it('is a finding for each abnormal item, as the shared example has it', () => {
    const [found] = foundOf(filled())
    const { origin, ...report } = reportExample.body
    const plain = JSON.parse(JSON.stringify(found).replaceAll('.000Z', 'Z')) as object
    expect(plain).toEqual({ ...report, visitId: origin.id })
  })
})
