import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/finding_required.json'

import type { ChecklistItem } from '@/ground/checklists/types'
import { isOfHome, reportRemarks } from '@/domains/findings/rules'
import type { ReportBody } from '@/domains/findings/types'

interface Given {
  finding: ReportBody
  item: ChecklistItem | null
}
const whole = examples[0]!.given as unknown as Given

describe('what a report must hold (PAT-R04)', () => {
  it.each(examples)('$name', ({ given: part, expect: expected }) => {
    const change = part as unknown as Partial<Given>
    const item = change.item === undefined ? whole.item : change.item
    expect(reportRemarks({ ...whole.finding, ...change.finding }, item)).toEqual(expected)
  })
})

it('PAT-N1 shows the ban with what is about a home, and with nothing else', () => {
  const found = (type: string) => ({ checklist: { type } })
  expect(isOfHome(found('home_abnormal'))).toBe(true)
  expect(isOfHome(found('stairwell'))).toBe(false)
  expect(isOfHome({})).toBe(false)
})
