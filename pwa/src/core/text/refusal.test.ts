import { beforeAll, beforeEach, expect, it, vi } from 'vitest'

import { provideRooms } from '@/core/rooms'
import { bringOfficeWords, showLanguage } from '@/core/text'
import { refusal } from '@/core/text/refusal'

beforeAll(async () => {
  await showLanguage('zh-Hans')
  await bringOfficeWords()
})
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T02:00:00Z'), toFake: ['Date'] })
  provideRooms([
    { name: 'renovation', terms: { missing: ['renovation.papers'], as: ['none', 'people.roles'] } },
  ])
  return () => vi.useRealTimers()
})

it('tells moments and days as people read them, a day of another year with its year', () => {
  const lent = { borrower: '周启明', since: '2026-11-23T01:30:00Z', dueAt: '2026-11-24T10:00:00Z' }
  expect(refusal('keys.already_on_loan', lent)).toContain('周启明 今天 09:30')
  expect(refusal('keys.already_on_loan', lent)).toContain('明天 18:00 前还')
  expect(refusal('renovation.too_long', { until: '2026-12-31' })).toContain('12 月 31 日')
  expect(refusal('renovation.too_long', { until: '2027-02-10' })).toContain('2027 年 2 月 10 日')
})

it('tells codes by the words of their room, several with commas, and an unknown one as it is', () => {
  const missing = ['doc_plan', 'doc_tax', 'doc_new']
  const said = refusal('renovation.papers_missing', { missing })
  expect(said).toMatch(/^资料不全：[^a-z]+、[^a-z]+、doc_new。/)
  expect(refusal('renovation.signature_missing', { as: 'steward' })).toContain('管家')
})

it('leaves words and numbers alone, and knows what to say without a code', () => {
  expect(refusal('renovation.too_many_overnight', { allowed: 2 })).toContain('最多 2 人')
  expect(refusal()).toBe(refusal('core.failed'))
})
