import { describe, expect, it } from 'vitest'

import places from '../../../../tests/examples/rules/place_state.json'
import roundIds from '../../../../tests/examples/rules/round_id.json'
import windows from '../../../../tests/examples/rules/route_windows.json'
import remarks from '../../../../tests/examples/rules/visit_remarks.json'

import {
  extraIdOf,
  placeState,
  roundAt,
  roundIdOf,
  roundsOn,
  visitRemarks,
  type VisitSetting,
} from '@/domains/patrols/rules'
import type { EstateSettings } from '@/ground/estates/types'
import type { Plan, Round, VisitBody } from '@/domains/patrols/types'

const moment = (iso: string | null) => (iso === null ? null : new Date(iso))

describe('the rounds of a day', () => {
  it.each(windows)('$name', ({ given, expect: expected }) => {
    const rounds = roundsOn(given.date, 'route', given.plans as unknown as Plan[], {
      id: 'estate',
      timezone: given.timezone,
      settings: given.settings as unknown as EstateSettings,
    })
    const plain = rounds.map(({ number, start, end }) => ({ number, start, end }))
    expect(plain).toEqual(
      expected.map(({ number, start, end }) => ({
        number,
        start: moment(start),
        end: moment(end),
      })),
    )
  })

  it.each(roundIds.filter(({ parts }) => parts.length === 4 && typeof parts[3] === 'number'))(
    'round $parts has the same id on phone and server',
    ({ parts, id }) => {
      const [estate, routeId, date, number] = parts as [string, string, string, number]
      expect(roundIdOf(estate, { routeId, date, number })).toBe(id)
    },
  )

  it.each(roundIds.filter(({ parts }) => parts[3] === 'extra'))(
    'the page of $parts has the same id on phone and server',
    ({ parts, id }) => {
      const [estate, by, date] = parts as [string, string, string]
      expect(extraIdOf(estate, by, date)).toBe(id)
    },
  )
})

describe('the round a scan belongs to', () => {
  const round = (number: number, start: string, end: string): Round => ({
    id: `${number}`,
    routeId: 'route',
    date: '2026-11-23',
    number,
    start: new Date(`2026-11-23T${start}:00Z`),
    end: new Date(`2026-11-23T${end}:00Z`),
  })
  const rounds = [round(1, '01:00', '04:00'), round(2, '04:30', '09:30')]
  const at = (time: string) => roundAt(new Date(`2026-11-23T${time}:00Z`), rounds, 60)?.number

  it('is the one whose window is open', () => {
    expect(at('01:00')).toBe(1)
    expect(at('09:30')).toBe(2)
  })

  it('is the one before while it can still be walked late', () => {
    expect(at('04:15')).toBe(1)
    expect(at('10:30')).toBe(2)
  })

  it('prefers an open window to a late one', () => {
    expect(at('04:45')).toBe(2)
  })

  it('is none before the first window and after the last late minute', () => {
    expect(at('00:59')).toBeUndefined()
    expect(at('10:31')).toBeUndefined()
  })
})

describe('the state of a place in a round', () => {
  it.each(places)('$name', ({ given, expect: expected }) => {
    const state = placeState(
      { ...given.round, start: new Date(given.round.start), end: new Date(given.round.end) },
      given.visits.map((one) => ({ ...one, correctedAt: new Date(one.correctedAt) })),
      given.devices.map((one) => ({
        gone: one.gone,
        pulledAt: moment(one.pulledAt),
        completeAt: moment(one.completeAt),
      })),
      new Date(given.now),
      'excusedAt' in given ? moment(given.excusedAt as string) : null,
    )
    expect(state).toBe(expected)
  })
})

describe('the remarks on a visit', () => {
  interface Given {
    visit: VisitBody
    place: { type: string } | null
    label: VisitSetting['label']
    template: VisitSetting['template']
    previousScannedAt: string | null
    settings: VisitSetting['settings']
  }
  const whole = remarks[0]!.given as unknown as Given

  it.each(remarks)('$name', ({ given: part, expect: expected }) => {
    const changed = part as unknown as Partial<Given>
    const given = { ...whole, ...changed, visit: { ...whole.visit, ...changed.visit } }
    const { visit, previousScannedAt, ...setting } = given
    const told = visitRemarks(visit, { ...setting, previousScannedAt: moment(previousScannedAt) })
    expect(told).toEqual(expected)
  })
})
