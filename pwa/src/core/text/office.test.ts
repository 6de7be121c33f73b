import { describe, expect, it } from 'vitest'

import { officePage, showLanguage, t } from '@/core/text'

const KEY = 'refusals.register.not_a_workbook'

describe('the words of the office', () => {
  it('come with the first of its pages and stay when the language changes', async () => {
    await showLanguage('en')
    expect(t(KEY)).toBe(KEY)

    await expect(officePage(async () => 'page')()).resolves.toBe('page')

    expect(t(KEY)).toMatch('Save it as .xlsx')
    await showLanguage('zh-Hans')
    expect(t(KEY)).toMatch('另存为 .xlsx')
  })

  it('never bring back a language that was left meanwhile', async () => {
    const slow = showLanguage('en')
    await showLanguage('zh-Hant')
    await slow

    expect(document.documentElement.lang).toBe('zh-Hant')
  })
})
