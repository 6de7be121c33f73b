import { expect, it } from 'vitest'

import {
  piecesOf,
  putIn,
  reworded,
  shownText,
  storedText,
  unknownIn,
  wordingIn,
} from '@/domains/renovation/wordings'

const permit = { form: 'permit', title: '许可证', text: '准予 {unit} 施工', names: ['unit'] }
const names = { unit: '房号', applicant: '申请人' }

it('keeps what differs from what is shipped, and nothing else', () => {
  const own = reworded({ notice: '请改正' }, permit, '准予 {unit} 装修')
  expect(own).toEqual({ notice: '请改正', permit: '准予 {unit} 装修' })
  expect(wordingIn(own, permit)).toBe('准予 {unit} 装修')
  for (const back of ['', '  ', permit.text, `${permit.text}\n`])
    expect(reworded(own, permit, back)).toEqual({ notice: '请改正' })
  expect(wordingIn({}, permit)).toBe(permit.text)
})

it('reads as the office speaks, and is stored as before', () => {
  const stored = '准予 {unit}（{applicant}）施工，{nobody}，深物〔2026〕12 号'
  const shown = '准予 〔房号〕（〔申请人〕）施工，{nobody}，深物〔2026〕12 号'
  expect(shownText(stored, names)).toBe(shown)
  expect(storedText(shown, names)).toBe(stored)
  expect(storedText('〔 房号 〕', names)).toBe('{unit}')
})

it('names what nothing is filled in for, in either spelling; the year of a document is no name', () => {
  expect(unknownIn('{unit} {owner} {owner} 〔房东〕 〔2026〕', permit)).toEqual([
    '{owner}',
    '〔房东〕',
  ])
  expect(unknownIn('{unit}', permit)).toEqual([])
})

it('shows how it prints, with what comes from the case set apart', () => {
  expect(piecesOf('准予 {unit}、{nobody}', { unit: '3 栋 1501' })).toEqual([
    { text: '准予 ', filled: false },
    { text: '3 栋 1501', filled: true },
    { text: '、', filled: false },
    { text: '—', filled: true },
  ])
})

it('puts a name in where the caret stands, in the place of what is marked', () => {
  expect(putIn('准予施工', '〔房号〕', { from: 2, until: 2 })).toEqual({
    ...{ text: '准予〔房号〕施工', caret: 6 },
  })
  expect(putIn('准予她施工', '〔申请人〕', { from: 2, until: 3 }).text).toBe('准予〔申请人〕施工')
})
