import { describe, expect, it } from 'vitest'

import { languageOf } from '@/core/settings'

describe('the language before one is chosen', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['en-GB', 'en'],
    ['fr', 'zh-Hans'],
  ])('of a phone that speaks %s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })
})
