/** The acceptance checks of `patrol.md` 11 by their numbers, as far as the phone decides a patrol. */
import { describe, expect, it } from 'vitest'

import examples from '../../../../tests/examples/rules/visit_remarks.json'

import { visitRemarks, type VisitSetting } from '@/domains/patrols/rules'
import { openPlaces } from '@/domains/patrols/signing/page'
import { dutyOf, standing } from '@/domains/patrols/signing/standing'
import type { Act, PagePlace } from '@/domains/patrols/signing/types'
import type { VisitBody } from '@/domains/patrols/types'

const whole = examples[0]!.given as unknown as VisitSetting & { visit: VisitBody }
const remarksOn = (changes: Partial<VisitBody>) =>
  visitRemarks({ ...whole.visit, ...changes }, { ...whole, previousScannedAt: null })
const finish: Act = {
  id: 'finish',
  act: 'finish',
  signerId: 'lin',
  seen: ['visit'],
  detail: { policy: 'both' },
} as unknown as Act

describe('Acceptance', () => {
  it('1: an observation of 正常。 is not accepted', () => {
    expect(remarksOn({ observation: '正常。' })).toEqual(['patrols.bare_normal'])
  })

  it('2: a visit with ST-09 missing keeps the round from being submitted', () => {
    const answers = whole.visit.answers.filter(({ item }) => item !== 'ST-09')
    expect(remarksOn({ answers })).toEqual(['patrols.items_missing'])

    const visited = (whole: boolean) =>
      ({ placeId: 'stairs', visits: [{ whole }], skipped: null }) as unknown as PagePlace
    expect(openPlaces({ places: [visited(false)] })).toEqual([visited(false)])
    expect(openPlaces({ places: [visited(true)] })).toEqual([])
  })

  it('3: the patroller is not asked for the second signature', () => {
    const stands = standing([finish], ['visit'])
    const steward = { manages: false, overseer: false, walks: true }

    expect(dutyOf(stands, { ...steward, id: 'lin' }, true)).toBe('ask')
    expect(dutyOf(stands, { ...steward, id: 'zhou' }, false)).toBe('cosign')
  })
})
