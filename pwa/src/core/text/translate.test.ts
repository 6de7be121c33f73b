import { describe, expect, it } from 'vitest'

import { refusalText, translate } from '@/core/text/translate'

const words = {
  'a.count': '{n} record | {n} records',
  'a.who': '{name}，已存',
  'refusals.a.no': '不行（{who}）',
  'b.refusals.b.no': '也不行',
  'core.refusedWithCode': '没有被接受（{code}）',
}

describe('words', () => {
  it('take their parameters, and their number from n', () => {
    expect(translate(words, 'a.who', { name: '林晓岚' })).toBe('林晓岚，已存')
    expect([1, 2].map((n) => translate(words, 'a.count', { n }))).toEqual(['1 record', '2 records'])
  })

  it('show their key when they are missing, so that it is seen', () => {
    expect(translate(words, 'a.nothing')).toBe('a.nothing')
  })

  it('of a refusal are found by its code, and never missing', () => {
    expect(refusalText(words, 'a.no', { who: '周启明' })).toBe('不行（周启明）')
    expect(refusalText(words, 'b.no')).toBe('也不行')
    expect(refusalText(words, 'c.new')).toBe('没有被接受（c.new）')
  })
})
