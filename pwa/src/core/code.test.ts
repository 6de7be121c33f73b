import { describe, expect, it } from 'vitest'

import { groupCode, parseCode } from '@/core/code'

const OK = { ok: true, code: '4K7Q2M9XTB3K' }

describe('the code of a label', () => {
  it.each([
    'HTTPS://ROUNDS.EXAMPLE/T/4K7Q2M9XTB3K',
    'https://another.example:8443/t/4k7q2m9xtb3k',
    'http://10.0.0.7:8000/T/4K7Q2M9XTB3K/?from=wechat#x',
    '4K7Q 2M9X TB3K',
    ' 4k7q-2m9x-tb3k ',
    '４Ｋ７Ｑ２Ｍ９ＸＴＢ３Ｋ',
  ])('is read from %s', (text) => {
    expect(parseCode(text)).toEqual(OK)
  })

  it('reads O as 0 and I or L as 1, as Crockford has it', () => {
    expect(parseCode('0101 0000 0000')).toEqual(parseCode('OLOI OOOO OOOO'))
  })

  it('is mistyped when two neighbours are swapped or one character is wrong', () => {
    expect(parseCode('K47Q 2M9X TB3K')).toEqual({ ok: false, why: 'mistyped' })
    expect(parseCode('4K7Q 2M9X TB3J')).toEqual({ ok: false, why: 'mistyped' })
  })

  it.each([
    '',
    'WIFI:S:lobby;;',
    'https://example.com/menu',
    'https://example.com/t/',
    '4K7Q 2M9X',
  ])('is not ours when it reads %j', (text) => {
    expect(parseCode(text)).toEqual({ ok: false, why: 'not_ours' })
  })

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
