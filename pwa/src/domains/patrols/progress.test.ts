import { describe, expect, it } from 'vitest'

import type { Route } from '@/ground/places/types'
import { byUrgency, progressOf, type Seen } from '@/domains/patrols/progress'
import type { Round } from '@/domains/patrols/types'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const route: Route = {
  id: 'route',
  estate: 'estate',
  name: '3 栋楼内',
  stewardId: 'me',
  placeIds: ['a', 'b', 'c', 'd'],
  active: true,
}
const round: Round = {
  id: 'round-2',
  routeId: 'route',
  date: '2026-11-23',
  number: 2,
  start: at('06:00'),
  end: at('09:30'),
}
const seen = (placeId: string, time: string, abnormal = 0): Seen => ({
  visitId: `${placeId}${time}`,
  placeId,
  roundId: round.id,
  at: at(time),
  abnormal,
  byId: 'me',
  byName: '林晓岚',
})
const progress = (visits: Seen[], time = '07:00', doing: string[] = [], skipped: string[] = []) =>
  progressOf(round, route, visits, new Set(doing), at(time), 60, new Set(skipped))

describe('how far a round has come', () => {
  it('passes over what was skipped, and is done once nothing else is left', () => {
    const begun = progress([seen('a', '06:10')], '07:00', [], ['b'])
    expect(begun.stops.map(({ state }) => state)).toEqual(['normal', 'na', 'next', 'todo'])
    expect(begun).toMatchObject({ done: 1, left: 2, next: 'c', stage: 'now' })
    expect(progress([], '07:00', [], ['a', 'b', 'c', 'd'])).toMatchObject({
      done: 0,
      stage: 'done',
    })
    expect(progress([seen('b', '06:10')], '07:00', [], ['b']).stops[1]?.state).toBe('normal')
  })

  it('starts at the first place of the route', () => {
    expect(progress([]).stops.map(({ state }) => state)).toEqual(['next', 'todo', 'todo', 'todo'])
  })

  it('goes on behind the place visited last, and back to what was left out', () => {
    expect(progress([seen('c', '06:10')]).next).toBe('d')
    expect(progress([seen('c', '06:10'), seen('d', '06:20')]).next).toBe('a')
  })

  it('shows abnormal before late, and counts a place once', () => {
    const { stops, done, abnormal } = progress(
      [seen('a', '06:10'), seen('a', '06:20', 1), seen('b', '09:40')],
      '09:45',
    )
    expect(stops.map(({ state }) => state)).toEqual(['abnormal', 'late', 'next', 'todo'])
    expect([done, abnormal]).toEqual([2, 1])
  })

  it('leaves out visits of other rounds', () => {
    expect(progress([{ ...seen('a', '06:10'), roundId: 'extra' }]).done).toBe(0)
  })

  it('shows which sheet is half-filled', () => {
    expect(progress([], '07:00', ['c']).stops[2]?.state).toBe('doing')
  })

  it('has a stage: to come, under way, still late, too late, done', () => {
    const all = ['a', 'b', 'c', 'd'].map((place) => seen(place, '06:10'))
    expect(progress([], '05:59').stage).toBe('soon')
    expect(progress([], '09:30').stage).toBe('now')
    expect(progress([], '10:30').stage).toBe('late')
    expect(progress([], '10:31').stage).toBe('over')
    expect(progress(all).stage).toBe('done')
  })

  it('puts the round under way first, then by deadline', () => {
    const begun = progress([seen('a', '06:10')])
    const other = progress([])
    const later = progress([], '05:00')
    expect(byUrgency([later, other, begun])).toEqual([begun, other, later])
  })
})
