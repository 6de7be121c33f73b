import { describe, expect, it } from 'vitest'

import {
  opensMemo,
  returnLack,
  returnOf,
  shortBy,
  type ReturnDraft,
} from '@/domains/keys/returning'
import { keyLoan, keySet, LIN } from '@/domains/keys/testing/make'

const { items } = keySet()
const whole: ReturnDraft = {
  ...{ counted: [2, 2], condition: 'good', note: '', returnedBy: '', idGivenBack: true },
  strokes: [[1, 1, 9, 9, 20, 1]],
}
const lackOf = (more: Partial<ReturnDraft>, alone = false, loan = keyLoan()) =>
  returnLack({ ...whole, ...more }, items, loan, LIN, alone)

describe('keys that come back', () => {
  it('are counted kind by kind and signed for', () => {
    expect(lackOf({})).toBeNull()
    expect(lackOf({ counted: [2, null] })).toBe('counting')
    expect(lackOf({ strokes: [] })).toBe('signature')
  })

  it('open a memo with a word of what happened, when short or damaged', () => {
    expect(shortBy(items, [2, 1])).toBe(1)
    expect(opensMemo(items, whole)).toBe(false)
    expect(lackOf({ counted: [2, 1] })).toBe('note')
    expect(lackOf({ condition: 'damaged' })).toBe('note')
    expect(lackOf({ counted: [2, 1], note: '信箱钥匙没带回' })).toBeNull()
  })

  it('are not received by who borrowed them, unless one keeper may be alone (KEY-I8)', () => {
    const own = keyLoan({ borrower: { ...keyLoan().borrower, personId: LIN.id } })
    expect(lackOf({}, false, own)).toBe('ownReturn')
    expect(lackOf({}, true, own)).toBeNull()
    expect(returnOf(whole, items, own, LIN).alone).toBe(true)
  })

  it('bring the kept ID back only when none is missing (acceptance 3)', () => {
    const loan = keyLoan({ idKept: true })
    expect(returnOf(whole, items, loan, LIN).idGivenBack).toBe(true)
    expect(returnOf({ ...whole, counted: [2, 1] }, items, loan, LIN).idGivenBack).toBe(false)
  })

  it('are short by what was not counted back, whatever is not counted yet', () => {
    expect(shortBy(items, [2, 2])).toBe(0)
    expect(shortBy(items, [0, 0])).toBe(4)
    expect(shortBy(items, [null, 1])).toBe(1)
    expect(shortBy(items, [])).toBe(0)
    expect(opensMemo(items, { ...whole, counted: [2, 1] })).toBe(true)
    expect(opensMemo(items, { ...whole, condition: 'damaged' })).toBe(true)
  })

  it('are counted wholly, and written about in more than a blank', () => {
    expect(lackOf({ counted: [2] })).toBe('counting')
    expect(lackOf({ counted: [2, 1], note: ' 缺 ' })).toBe('note')
    expect(lackOf({ counted: [2, 1], note: '缺一' })).toBeNull()
  })

  it('are sent as they were said', () => {
    const draft = { ...whole, counted: [2, null], note: ' 代还 ', returnedBy: ' 小王 ' }
    expect(returnOf(draft, items, keyLoan(), LIN)).toEqual({
      ...{ loanId: 'l-1', condition: 'good', note: '代还', returnedBy: '小王', photos: [] },
      ...{ counted: [2, 0], idGivenBack: false, alone: false },
      private: { strokes: whole.strokes },
    })
    expect(
      returnOf({ ...whole, idGivenBack: false }, items, keyLoan({ idKept: true }), LIN),
    ).toMatchObject({ idGivenBack: false })
  })
})
