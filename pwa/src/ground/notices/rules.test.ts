import { expect, it } from 'vitest'

import { isNew, shown } from '@/ground/notices/rules'
import type { Notice } from '@/ground/notices/types'

const NOW = new Date('2026-11-23T07:38:00Z')
const notice = (at: string) => ({ id: at, at }) as Notice

it('shows the notices of the last thirty days, newest first', () => {
  const told = ['2026-10-23T07:00:00Z', '2026-11-22T07:00:00Z', '2026-11-23T07:00:00Z'].map(notice)
  expect(shown(told, NOW).map(({ at }) => at)).toEqual([
    '2026-11-23T07:00:00Z',
    '2026-11-22T07:00:00Z',
  ])
})

it('calls new what came after the last look, and everything before the first', () => {
  const told = notice('2026-11-23T07:00:00Z')
  expect(isNew(told, '')).toBe(true)
  expect(isNew(told, '2026-11-23T06:59:59Z')).toBe(true)
  expect(isNew(told, '2026-11-23T07:00:00Z')).toBe(false)
})
