import { describe, expect, it } from 'vitest'

import bareExamples from '../../../../tests/examples/rules/bare_normal.json'

import {
  detailsMissing,
  freshAnswer,
  gapsOf,
  isBareNormal,
  newestFor,
} from '@/ground/checklists/rules'
import type { ChecklistItem, DraftAnswer, Template } from '@/ground/checklists/types'

const BARE = [
  '正常',
  '都正常',
  '均正常',
  '全部正常',
  '一切正常',
  '无异常',
  '没问题',
  '良好',
  '完好',
  '好',
  '无',
  'ok',
  'normal',
  '√',
]
const NOW = { at: new Date('2026-11-23T07:38:50Z'), ms: 900 }
const escape = { id: 'ST-09', record: ['U', 'V'] } as ChecklistItem
const piled: DraftAnswer = {
  ...freshAnswer('abnormal', NOW),
  choice: 'piled',
  description: '纸箱 2 个',
  spot: '防火门外',
  action: 'reported',
  details: { unit: '902', plate: 'unreadable', number: null, expiry: null, reading: null },
}
const gaps = (change: Partial<DraftAnswer>, photos = { before: 1, after: 0 }) =>
  gapsOf(escape, { ...piled, ...change }, photos, BARE)

describe('words that say nothing (PAT-R02)', () => {
  it.each(bareExamples)('$text', ({ text, bare }) => {
    expect(isBareNormal(text, BARE)).toBe(bare)
  })
})

describe('what an answer still lacks', () => {
  it('lacks nothing when it is normal: the phrase on the chip says it', () => {
    expect(gapsOf(escape, freshAnswer('normal', NOW), { before: 0, after: 0 }, BARE)).toEqual([])
  })

  it('asks for choice, description, spot, detail, photo and action when abnormal (PAT-R04)', () => {
    const asked = gapsOf(escape, freshAnswer('abnormal', NOW), { before: 0, after: 0 }, BARE)
    expect(asked).toEqual(['choice', 'description', 'spot', 'detail', 'photo', 'action'])
    expect(gaps({})).toEqual([])
  })

  it('asks for each detail; that there is nothing to be read is an answer (PAT-R04)', () => {
    const { details } = piled
    expect(gaps({ details: { ...details, plate: null } })).toEqual(['detail'])
    expect(gaps({ details: { ...details, unit: 'unreadable' } })).toEqual([])
    expect(detailsMissing(escape, { ...details, unit: ' ', plate: null })).toEqual([
      'unit',
      'plate',
    ])
  })

  it('refuses 正常 as the description of something abnormal (PAT-R02)', () => {
    expect(gaps({ description: '正常。' })).toEqual(['bare'])
  })

  it('asks for a photo of after when it was put right on the spot', () => {
    expect(gaps({ action: 'solved_on_spot' })).toEqual(['after'])
    expect(gaps({ action: 'solved_on_spot' }, { before: 1, after: 1 })).toEqual([])
  })

  it('asks why an item does not apply or was not checked', () => {
    const without = { before: 0, after: 0 }
    expect(gapsOf(escape, freshAnswer('na', NOW), without, BARE)).toEqual(['reason'])
    const bare = { ...freshAnswer('not_checked', NOW), reason: '无' }
    expect(gapsOf(escape, bare, without, BARE)).toEqual(['bare'])
    expect(gapsOf(escape, { ...bare, reason: '本层未装' }, without, BARE)).toEqual([])
  })
})

it('takes the newest version of a checklist for a kind of place', () => {
  const template = (type: string, version: number) => ({ type, version }) as Template
  const shelf = [template('lift', 1), template('lift', 3), template('lift', 2)]
  expect(newestFor('lift', shelf)?.version).toBe(3)
  expect(newestFor('parking', shelf)).toBeUndefined()
})
