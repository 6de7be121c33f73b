import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/finding_required.json'

import type { ChecklistItem } from '@/ground/checklists/types'
import { reportRemarks } from '@/domains/findings/rules'
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
