import { describe, expect, it } from 'vitest'

import type { Label } from '@/ground/labels/types'
import {
  labelsByPlace,
  nextStop,
  scanned,
  stopOf,
  stopsOf,
  stopsOnce,
  walksOf,
} from '@/ground/labels/walk'
import type { Place, Route } from '@/ground/places/types'

const place = (id: string, active = true) => ({ id, estate: 'here', name: id, active }) as Place
const label = (change: Partial<Label>) =>
  ({
    ...{ id: 'l', estate: 'here', code: 'A', targetKind: 'place', targetId: 'roof' },
    ...{ spot: '', generation: 1, state: 'printed', revokedAt: null, reason: null, ...change },
  }) as Label
const places = new Map(
  [place('roof'), place('stairs'), place('lobby'), place('shut', false)].map((one) => [
    one.id,
    one,
  ]),
)
const route = { placeIds: ['roof', 'stairs', 'shut', 'lobby'] } as Route

describe('how a place stands', () => {
  const state = (...held: Partial<Label>[]) => stopOf(place('roof'), held.map(label)).state

  it('has nothing to hang until a label was printed', () => {
    expect(state()).toBe('none')
    expect(state({ state: 'revoked' })).toBe('none')
  })

  it('waits for a printed label, and is done once it hangs', () => {
    expect(state({})).toBe('printed')
    expect(state({ state: 'active' })).toBe('hung')
  })

  it('waits again for a reprint, but not for a print that was passed over', () => {
    expect(state({ state: 'active' }, { generation: 2 })).toBe('replace')
    expect(state({ state: 'active', generation: 2 }, { generation: 1 })).toBe('hung')
  })

  it('waits for each of its spots', () => {
    const held = [label({ state: 'active', spot: '上' }), label({ spot: '下', generation: 2 })]
    expect(stopOf(place('roof'), held)).toMatchObject({ state: 'printed', spot: '下' })
  })

  it('is not done while one of its spots has lost its label', () => {
    const held = [label({ state: 'active', spot: '上' }), label({ state: 'revoked', spot: '下' })]
    expect(stopOf(place('roof'), held)).toMatchObject({ state: 'none', spot: '下' })
  })
})

describe('a route walked with labels', () => {
  const held = labelsByPlace([label({ state: 'active', targetId: 'stairs' }), label({})])
  const stops = stopsOf(route, places, held)

  it('leaves out places that are no longer visited', () => {
    expect(stops.map(({ place }) => place.id)).toEqual(['roof', 'stairs', 'lobby'])
  })

  it('goes on in walking order, past what hangs, and begins anew at the end', () => {
    expect(nextStop(stops, null)?.place.id).toBe('roof')
    expect(nextStop(stops, 'roof')?.place.id).toBe('lobby')
    expect(nextStop(stops, 'lobby')?.place.id).toBe('roof')
  })

  it('ends when everything hangs', () => {
    expect(nextStop([{ place: place('roof'), state: 'hung', spot: '' }], 'roof')).toBeUndefined()
  })
})

describe('the routes of an estate', () => {
  const named = (id: string, placeIds: string[]) => ({ ...route, id, name: id, placeIds }) as Route
  const walks = walksOf([named('10 栋', ['roof']), named('9 栋', ['roof', 'stairs'])], places, [])

  it('stand by name, and at the end the places in use that no route leads to', () => {
    expect(walks.map(({ name }) => name)).toEqual(['9 栋', '10 栋', null])
    expect(walks[2]?.stops.map(({ place }) => place.id)).toEqual(['lobby'])
  })

  it('count a place once, also when two routes lead there', () => {
    expect(stopsOnce(walks)).toHaveLength(3)
  })
})

describe('what a scanned label means', () => {
  const means = (change: Partial<Label>) => scanned(label(change), 'here', places, 'roof')

  it('hangs at the place that comes next', () => {
    expect(means({})).toMatchObject({ what: 'hang', place: { id: 'roof' } })
  })

  it('belongs to another place', () => {
    expect(means({ targetId: 'lobby' })).toMatchObject({
      what: 'elsewhere',
      place: { id: 'lobby' },
    })
  })

  it('hangs already, wherever', () => {
    expect(means({ state: 'active', targetId: 'lobby' })).toMatchObject({ what: 'hangs' })
  })

  it('is blank and can be claimed', () => {
    expect(means({ targetKind: 'blank', targetId: 'l' })).toMatchObject({ what: 'blank' })
    expect(means({ targetKind: 'blank', state: 'revoked' })).toMatchObject({ why: 'revoked' })
  })

  it('is of no use here, and says why', () => {
    expect(scanned(undefined, 'here', places, 'roof')).toMatchObject({ why: 'unknown' })
    expect(means({ estate: 'there' })).toMatchObject({ why: 'estate' })
    expect(means({ state: 'revoked' })).toMatchObject({ why: 'revoked', place: { id: 'roof' } })
    expect(means({ targetKind: 'unit' })).toMatchObject({ why: 'not_a_place' })
    expect(means({ targetId: 'shut' })).toMatchObject({ why: 'closed' })
    expect(means({ targetId: 'gone' })).toMatchObject({ why: 'unknown' })
  })
})
