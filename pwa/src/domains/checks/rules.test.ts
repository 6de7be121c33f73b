import { expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/check_sheet_id.json'

import { dutyOf, foundInWeek, lackOf, mondayOf, sheetIdOf, withoutSlip } from './rules'
import type { CheckRow, CheckSheet, Period, Viewer, WriteBody } from './types'

const row = (more: Partial<CheckRow> = {}): CheckRow => ({
  rowId: 'r1',
  personId: 'p1',
  subject: '林晓岚',
  item: 'dress',
  finding: '工牌没戴',
  kind: 'general',
  rechecks: null,
  right: null,
  ...more,
})
const sheet = (more: Partial<CheckSheet> = {}) =>
  ({
    period: 'daily',
    dept: 'security',
    day: '2026-11-23',
    rows: [row()],
    slips: [],
    repeated: [],
    signature: null,
    byId: 'writer',
    ...more,
  }) as unknown as CheckSheet
const manager: Viewer = { id: 'm', manages: true, oversees: true, depts: [] }

it.each(examples)('names the one sheet as the server does: $name', ({ given, expect: id }) => {
  const { estate, period, dept, day } = given
  expect(sheetIdOf(estate, period as Period, dept, day)).toBe(id)
})

it('begins the week on Monday', () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30']
  expect(days.map(mondayOf)).toEqual(['2026-11-16', '2026-11-23', '2026-11-23', '2026-11-30'])
})

it('asks whom or where, what was found, and of a week the rating', () => {
  const body = { rows: [row(), row({ finding: ' ' })], period: 'daily', rating: null }
  expect(lackOf(body as unknown as WriteBody)).toEqual({ row: 2 })
  expect(lackOf({ ...body, rows: [] } as unknown as WriteBody)).toBeNull()
  expect(lackOf({ ...body, rows: [], period: 'weekly' } as unknown as WriteBody)).toBe('rating')
})

it('asks the manager for slips first, then for the signature, and nobody to sign the own sheet', () => {
  const serious = sheet({ rows: [row({ kind: 'other' })] })
  expect(dutyOf(serious, manager)).toBe('slip')
  expect(dutyOf(sheet(), manager)).toBe('sign')
  expect(dutyOf(sheet({ byId: 'm' }), manager)).toBeNull()
  expect(dutyOf(sheet(), { ...manager, manages: false })).toBeNull()
})

it('asks a supervisor to report who was found at fault twice in a row', () => {
  const signature = { at: '', byId: 'm', byName: '' }
  const repeated = [{ personId: 'p1', personName: '林晓岚', rows: ['r0', 'r1'] }]
  expect(dutyOf(sheet({ signature, repeated }), { ...manager, manages: false })).toBe('fault')
})

it('needs no slip for what a recheck found put right', () => {
  const rechecked = row({ kind: 'other', rechecks: 'r0', right: true })
  expect(withoutSlip(sheet({ rows: [rechecked] }))).toEqual([])
  expect(withoutSlip(sheet({ rows: [{ ...rechecked, right: false }] }))).toHaveLength(1)
})

it('looks again at what the days of that week and department found, and at nothing else', () => {
  const sheets = [
    sheet({ day: '2026-11-25', rows: [row({ rowId: 'wed' })] }),
    sheet({ day: '2026-11-23', rows: [row({ rowId: 'mon' })] }),
    sheet({ day: '2026-11-22', rows: [row({ rowId: 'before' })] }),
    sheet({ dept: 'cleaning', rows: [row({ rowId: 'others' })] }),
    sheet({ period: 'weekly', rows: [row({ rowId: 'week' })] }),
  ]
  const found = foundInWeek(sheets, 'security', '2026-11-23')
  expect(found.map(({ rowId }) => rowId)).toEqual(['mon', 'wed'])
})
