import { beforeAll, expect, it } from 'vitest'

import { t } from '@/core/text'
import { speakOffice } from '@/core/testing/office'
import { MEASURES, SHOWN } from '@/domains/vacancy/looks'
import type { LeaveGap } from '@/domains/vacancy/sheet'
import { VALVES } from '@/domains/vacancy/types'

beforeAll(speakOffice)

it('has words for every look, state of a valve, trouble and gap', () => {
  const gaps: LeaveGap[] = ['reading', 'photo', 'valve', 'reason', 'windows']
  const keys = [
    ...MEASURES.map((measure) => `vacancy.measures.${measure}`),
    ...MEASURES.filter((measure) => measure !== 'status').flatMap((measure) =>
      SHOWN[measure].map(({ key }) => `vacancy.looks.${measure}.${key}`),
    ),
    ...VALVES.flatMap((valve) => [
      `vacancy.valves.${valve}`,
      `vacancy.openReasons.${valve}`,
      ...['shut', 'open', 'absent', 'unknown'].map((one) => `vacancy.valveStates.${valve}.${one}`),
    ]),
    ...['off', 'done', 'airing', 'due', 'missed', 'doing'].map((turn) => `vacancy.turns.${turn}`),
    ...['unknown', 'revoked', 'elsewhere', 'not_a_unit', 'not_vacant'].map(
      (why) => `vacancy.scan.troubles.${why}`,
    ),
    ...gaps.map((gap) => `vacancy.lacks.${gap}`),
  ]
  expect(keys.filter((key) => t(key) === key)).toEqual([])
})
