/** The acceptance checks of `patrol.md` 11 by their numbers, as far as the phone decides a finding. */
import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/finding_required.json'

import type { ChecklistItem } from '@/ground/checklists/types'
import { mayDo } from '@/domains/findings/machine'
import { reportRemarks } from '@/domains/findings/rules'
import { done, ENGINEER, FAN, finding, smell, STEWARD } from '@/domains/findings/testing/make'
import type { ReportBody } from '@/domains/findings/types'

const whole = examples[0]!.given.finding as unknown as ReportBody
const running = { record: [], steps: ['valve_closed', 'notice_posted'] } as unknown as ChecklistItem

describe('Acceptance', () => {
  it('5: running water without the valve’s photo or a reason is not accepted', () => {
    const [photo] = whole.photos
    const closed = { step: 'valve_closed', doneAt: whole.foundAt, reason: null } as const
    const posted = { step: 'notice_posted', doneAt: null, reason: '门上有密码锁' } as const
    const reported = { ...whole, steps: [closed, posted] } as ReportBody
    expect(reportRemarks(reported, running)).toEqual(['findings.valve_not_closed'])

    const shown = { ...reported, photos: [photo!, { ...photo!, moment: 'valve_closed' as const }] }
    expect(reportRemarks(shown, running)).toEqual([])
    const explained = {
      ...reported,
      steps: [{ ...closed, doneAt: null, reason: '阀门锈死' }, posted],
    }
    expect(reportRemarks(explained as ReportBody, running)).toEqual([])
  })

  it('6: a smell of unknown cause is not signed before the result of security', () => {
    const said = { at: '', byId: 'p-lin', byName: '' }
    const fixed = {
      state: 'verified',
      fixer: { ...FAN, at: '' },
      acts: [done('fix'), done('verify')],
    }
    const unknown = smell({ asked: said, cause: { ...said, known: false }, guard_told: said })
    const found = finding({ ...fixed, smell: unknown.smell })

    expect(mayDo(found, ENGINEER)).not.toContain('sign')
    const told = { ...found, smell: { ...unknown.smell!, guard_result: said, finished: true } }
    expect(mayDo(told as typeof found, ENGINEER)).toContain('sign')
  })

  it('10: what is fixed but not verified on site is not signed', () => {
    const found = finding({ state: 'fixed', fixer: { ...FAN, at: '' }, acts: [done('fix')] })

    expect(mayDo(found, ENGINEER)).toEqual([])
    expect(mayDo(found, STEWARD)).not.toContain('sign')
    expect(mayDo(found, STEWARD)).toContain('verify')
  })
})
