import { effectScope, ref } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { busy } from '@/core/busy'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { freshAnswer } from '@/ground/checklists/rules'
import type { SheetRow } from '@/ground/checklists/sheet'
import type { ChecklistItem, DraftAnswer, Gap, SheetDraft } from '@/ground/checklists/types'
import { useSheetPage } from '@/ground/checklists/useSheetPage'

const words = { 'zh-Hans': '灯', 'zh-Hant': '燈', en: 'Light' }
const item = (id: string) => ({ id, words }) as unknown as ChecklistItem
const given = { at: new Date(0), ms: 0, findingId: 'f' }
const answer = (): DraftAnswer => ({ ...freshAnswer('abnormal', given), findingId: 'f' })
const row = (id: string, gaps: Gap[] = [], answered = false): SheetRow => ({
  ...{ item: item(id), gaps, answer: answered ? answer() : null },
  whole: answered && gaps.length === 0,
})

let scope: ReturnType<typeof effectScope>
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function opened(rows: SheetRow[], open: string | null = null) {
  const sheet = {
    ...{ draft: ref<SheetDraft | null>({ answers: {}, photos: [] }), rows: ref(rows) },
    ...{ open: ref(open), notKept: ref<WhyNotKept | null>(null) },
    ...{ answer: vi.fn(), goTo: vi.fn(), goToMissing: vi.fn(), changeAnswer: vi.fn() },
    ...{ addPhoto: vi.fn(), removePhoto: vi.fn(), discard: vi.fn(async () => undefined) },
  }
  const away = vi.fn()
  return { sheet, away, page: scope.run(() => useSheetPage(sheet, away))! }
}

it('leads away a moment after the sheet was kept, and lets an update take over from then on', async () => {
  const { page, away } = opened([row('light', [], true)])
  expect(busy.value).toBe(true)

  await page.keep(async () => null)

  expect([page.saving, page.trouble, busy.value]).toEqual(['done', null, false])
  expect(away).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(away).toHaveBeenCalledOnce()
})

it('stays with a sheet that could not be kept, says why, and can be saved again', async () => {
  const { page, away } = opened([row('light', [], true)])

  await page.keep(async () => 'full')
  vi.advanceTimersByTime(5000)

  expect([page.saving, page.trouble, busy.value]).toEqual(['no', 'full', true])
  expect(away).not.toHaveBeenCalled()
  await page.keep(async () => null)
  expect([page.saving, page.trouble]).toEqual(['done', null])
})

it('counts what is missing, and tells where the next is and what the item in hand lacks', () => {
  const { page } = opened(
    [row('light', [], true), row('door', ['photo'], true), row('wall')],
    'door',
  )

  expect([page.missing, page.nextNumber, page.lacks]).toEqual([2, 2, ['photo']])
})

it('goes on from an item once its photo was all it lacked, and stays with one that lacks more', () => {
  const { sheet, page } = opened([row('light', [], true), row('door', ['action'], true)], 'light')

  page.take('door')
  page.takenAll()
  expect(sheet.goToMissing).not.toHaveBeenCalled()
  page.take('light')
  page.takenAll()
  expect(sheet.goToMissing).toHaveBeenCalledExactlyOnceWith('light')
  expect(page.taking).toBeNull()
})

it('leaves the page when the sheet was thrown away', async () => {
  const { sheet, page, away } = opened([row('light')])

  await page.discard()

  expect(sheet.discard).toHaveBeenCalledOnce()
  expect(away).toHaveBeenCalledOnce()
})
