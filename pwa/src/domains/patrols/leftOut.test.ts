import { describe, expect, it } from 'vitest'

import cases from '../../../../tests/examples/rules/left_out.json'
import { madeUpUntil, wayAt } from '@/domains/patrols/leftOut'
import type { EstateSettings } from '@/ground/estates/types'

const base = cases[0]!.given

describe('what may be done about a place that nobody visited', () => {
  it.each(cases)('$name', ({ given, expect: { until, way } }) => {
    const { date, timezone, round, moment } = { ...base, ...given }
    const settings = { ...base.settings, ...given.settings } as unknown as EstateSettings
    const limit = madeUpUntil(date!, { timezone: timezone!, settings })

    expect(limit).toEqual(new Date(until))
    expect(wayAt(new Date(moment), { end: new Date(round!.end) }, round!.lateMinutes, limit)).toBe(
      way,
    )
  })
})
