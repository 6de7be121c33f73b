import { expect, test } from 'vitest'

import { changesIn, nextWindow, windowsFollow } from '@/ground/estates/rules'
import type { ChosenSettings } from '@/ground/estates/types'

test.each([
  [true, [['09:00', '12:00']]],
  [
    true,
    [
      ['09:00', '12:00'],
      ['12:00', '17:30'],
    ],
  ],
  [
    true,
    [
      ['08:00', '10:00'],
      ['22:00', '02:00'],
    ],
  ],
  [
    false,
    [
      ['14:00', '17:00'],
      ['09:00', '12:00'],
    ],
  ],
  [
    false,
    [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ],
  ],
  [
    false,
    [
      ['22:00', '02:00'],
      ['08:00', '09:00'],
    ],
  ],
  [false, [['09:00', '']]],
])('that windows follow each other is %s of %j', (follow, windows) => {
  expect(windowsFollow(windows as [string, string][])).toBe(follow)
})

test('only what differs is sent', () => {
  const before = { late_minutes: 60, bare_normal_words: ['好'] } as ChosenSettings
  const after = { late_minutes: 30, bare_normal_words: ['好'] } as ChosenSettings
  expect(changesIn(before, after)).toEqual({ late_minutes: 30 })
})

test('a further round begins where the last one ends', () => {
  expect(nextWindow([['09:00', '12:00']])).toEqual(['12:00', '14:00'])
  expect(nextWindow([['20:00', '23:30']])).toEqual(['23:30', '23:59'])
})
