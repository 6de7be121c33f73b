import { describe, expect, it } from 'vitest'

import { groupCode, parseCode, type ParsedCode } from '@/core/code'
import examples from '../../../tests/examples/rules/code.json'

describe('the code of a label', () => {
  it.each(examples as (ParsedCode & { text: string })[])(
    'is read from $text as the server reads it',
    ({ text, ...expected }) => {
      expect(parseCode(text)).toEqual(expected)
    },
  )

  it('is shown in groups of four while it is typed', () => {
    expect(['', '4K7', '4K7Q', '4K7Q2', '4K7Q2M9XTB3K'].map(groupCode)).toEqual([
      '',
      '4K7',
      '4K7Q',
      '4K7Q 2',
      '4K7Q 2M9X TB3K',
    ])
  })
})
