import { describe, expect, it, test } from 'vitest'

import cases from '../../../../tests/examples/rules/round_asks.json'
import type { EstateRules } from '@/domains/patrols/rules'
import { asked, following, placesIn, type Turn } from '@/domains/patrols/turns'
import type { VisitSummary } from '@/domains/patrols/types'
import type { Frequency, Route } from '@/ground/places/types'

const turn = ([date, number]: (string | number)[]) => ({ date, number }) as Turn

describe('what a round asks of a place', () => {
  test.each(cases)('$name', ({ given, expect: wanted }) => {
    const rounds: Record<string, number | undefined> = given.rounds
    const on = (date: string) =>
      Array.from({ length: rounds[date] ?? 0 }, (_, i) => ({ date, number: i + 1 }))
    const now = turn(given.turn)
    const seen = given.seen.map(turn)
    expect(asked(given.frequency as Frequency, now, seen, following(now, on))).toBe(wanted)
  })

  it('looks no further than a week for the next round', () => {
    const on = (date: string) => (date === '2026-11-30' ? [{ date, number: 1 }] : [])
    expect(following({ date: '2026-11-23', number: 1 }, on)).toBeUndefined()
    expect(following({ date: '2026-11-24', number: 1 }, on)).toEqual(turn(['2026-11-30', 1]))
  })
})

describe('the places of a round', () => {
  const route = { id: 'r', placeIds: ['stairs', 'roof'], frequencies: { roof: 'daily' } }
  const settings = {
    patrol_windows: [
      ['09:00', '12:00'],
      ['14:00', '17:30'],
    ],
    ...{ rounds_on_working_day: 2, rounds_on_rest_day: 1, holidays: [], make_up_days: [] },
  }
  const seen = (number: number, state = 'done') =>
    ({ routeId: 'r', placeId: 'roof', date: '2026-11-23', number, state }) as VisitSummary
  const standing = (number: number, over: boolean, ...visits: VisitSummary[]) =>
    placesIn({
      estate: {
        id: 'e',
        timezone: 'Asia/Shanghai',
        settings: settings as unknown as EstateRules['settings'],
      },
      ...{ plans: [], visits, ownVisits: [] },
    })(route as unknown as Route, { date: '2026-11-23', number }, over)

  it('lose one that is due once a day when an earlier round saw it', () => {
    expect(standing(2, false)).toEqual(['stairs', 'roof'])
    expect(standing(2, false, seen(1))).toEqual(['stairs'])
    expect(standing(1, true, seen(1))).toEqual(['stairs', 'roof'])
  })

  it('keep one that could not be checked before', () => {
    expect(standing(2, false, seen(1, 'skipped'))).toEqual(['stairs', 'roof'])
  })

  it('hand it on to the next round when the first is over', () => {
    expect(standing(1, false)).toEqual(['stairs', 'roof'])
    expect(standing(1, true)).toEqual(['stairs'])
    expect(standing(2, true)).toEqual(['stairs', 'roof'])
  })
})
