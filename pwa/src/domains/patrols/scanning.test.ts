import { describe, expect, it } from 'vitest'

import type { EstateSettings } from '@/ground/estates/types'
import type { Label } from '@/ground/labels/types'
import type { Place, Route } from '@/ground/places/types'
import { labelOutcome, roundOfPlace } from '@/domains/patrols/scanning'

const place = { id: 'stairs', estate: 'here', type: 'stairwell', active: true } as Place
const shut = { ...place, id: 'shut', active: false }
const places = new Map([place, shut].map((one) => [one.id, one]))
const label = (change: Partial<Label>) =>
  ({ estate: 'here', targetKind: 'place', targetId: 'stairs', state: 'active', ...change }) as Label
const why = (change: Partial<Label>) => labelOutcome(label(change), 'here', places)

describe('what a scanned label leads to', () => {
  it('leads to its place', () => {
    expect(why({})).toEqual({ ok: true, place, hangs: false })
  })

  it('hangs a reprint at its first scan', () => {
    expect(why({ state: 'printed' })).toMatchObject({ ok: true, hangs: true })
  })

  it('says what is in the way, and keeps the place when it is known', () => {
    expect(labelOutcome(undefined, 'here', places)).toMatchObject({ why: 'unknown', place: null })
    expect(why({ estate: 'there' })).toMatchObject({ why: 'elsewhere' })
    expect(why({ targetKind: 'key' })).toMatchObject({ why: 'not_a_place' })
    expect(why({ targetKind: 'blank', state: 'printed' })).toMatchObject({ why: 'blank' })
    expect(why({ targetId: 'shut' })).toMatchObject({ why: 'closed', place: shut })
    expect(why({ state: 'revoked' })).toMatchObject({ why: 'revoked', place })
  })
})

describe('the round a visit belongs to', () => {
  const settings = {
    late_minutes: 60,
    holidays: [],
    make_up_days: [],
    patrol_windows: [
      ['09:00', '12:00'],
      ['22:00', '02:00'],
    ],
    rounds_on_working_day: 2,
    rounds_on_rest_day: 1,
  } as unknown as EstateSettings
  const route = (id: string, stewardId: string): Route => ({
    id,
    estate: 'here',
    name: id,
    stewardId,
    placeIds: ['stairs'],
    active: true,
  })
  const estate = { id: 'here', timezone: 'Asia/Shanghai', settings }
  const days = ['2026-11-22', '2026-11-23']
  const at = (iso: string, by = 'me') =>
    roundOfPlace(
      'stairs',
      new Date(iso),
      days,
      by,
      [route('theirs', 'you'), route('mine', 'me')],
      [],
      estate,
    )

  it('is of the own route when several lead through the place', () => {
    expect(at('2026-11-23T02:00:00Z')).toMatchObject({ routeId: 'mine', number: 1 })
    expect(at('2026-11-23T02:00:00Z', 'you')).toMatchObject({ routeId: 'theirs' })
  })

  it('is the night round of the day on which it began', () => {
    expect(at('2026-11-23T17:30:00Z')).toMatchObject({ date: '2026-11-23', number: 2 })
  })

  it('is none outside every window: an extra visit', () => {
    expect(at('2026-11-23T07:00:00Z')).toBeUndefined()
  })
})
