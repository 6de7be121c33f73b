import { expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/emergency_entry.json'

import { enteringLacks, leavingLacks } from '@/domains/emergencies/rules'
import type { EnterBody, LeaveBody } from '@/domains/emergencies/types'

const [first] = examples
const base = first!.given as { managers: string[]; entry: EnterBody }

it.each(examples)('$name', ({ given, expect: expected }) => {
  const body = { ...base.entry, ...given.entry } as EnterBody
  expect(enteringLacks(body, new Set(base.managers))).toEqual(expected)
})

const left: LeaveBody = {
  entryId: 'e',
  leftAt: '2026-11-23T07:52:00Z',
  done: '',
  resident: { who: '业主', at: '2026-11-23T07:55:00Z' },
  notTold: '',
  photos: [],
}

it('PAT-N4 asks on the way out for a photo, and that the household was told or why not', () => {
  expect(leavingLacks(left, true)).toEqual([])
  expect(leavingLacks(left, false)).toEqual(['emergencies.photo_missing'])
  expect(leavingLacks({ ...left, resident: null, notTold: ' 。' }, true)).toEqual([
    'emergencies.resident_not_told',
  ])
  expect(leavingLacks({ ...left, resident: null, notTold: '电话打不通' }, true)).toEqual([])
})
