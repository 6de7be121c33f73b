import { expect, test } from 'vitest'

import { holidaysOf } from '@/ground/estates/holidays'

const off = (name: string, ...days: string[]) => days.map((day) => ({ day, name, worked: false }))
const worked = (name: string, day: string) => ({ day, name, worked: true })

test('days off in a row are one holiday, with the days worked for it before and after', () => {
  const days = [
    worked('national_day', '2026-09-20'),
    ...off('national_day', '2026-09-30', '2026-10-01', '2026-10-02'),
    worked('national_day', '2026-10-10'),
  ]
  expect(holidaysOf(days)).toEqual([
    {
      names: ['national_day'],
      from: '2026-09-30',
      to: '2026-10-02',
      worked: ['2026-09-20', '2026-10-10'],
    },
  ])
})

test('two holidays that fall together are told together', () => {
  const days = [...off('national_day', '2025-10-05'), ...off('mid_autumn_festival', '2025-10-06')]
  expect(holidaysOf(days)).toMatchObject([
    { names: ['national_day', 'mid_autumn_festival'], from: '2025-10-05', to: '2025-10-06' },
  ])
})

test('of the same holiday in two years each has its own make-up day', () => {
  const days = [
    ...off('new_years_day', '2026-01-01'),
    worked('new_years_day', '2026-01-04'),
    ...off('new_years_day', '2027-01-01'),
  ]
  expect(holidaysOf(days).map((one) => one.worked)).toEqual([['2026-01-04'], []])
})
