import { describe, expect, it } from 'vitest'

import { openPlaces, pageOf, seenOn, unwholePlaces } from '@/domains/patrols/signing/page'
import type { Act, PageVisit } from '@/domains/patrols/signing/types'
import type { Place, Route } from '@/ground/places/types'

const place = (id: string) => [id, { id, name: `${id} 楼梯间` } as Place] as const
const ground = {
  routes: [{ id: 'route', name: '3 栋楼内', placeIds: ['nine', 'eight', 'seven'] } as Route],
  places: new Map(['nine', 'eight', 'seven', 'lobby'].map(place)),
}
const round = { routeId: 'route', date: '2026-11-23', number: 2 }

function visit(placeId: string, more: Partial<PageVisit> = {}): PageVisit {
  const made = { byId: 'lin', byName: '林晓岚', scannedAt: '2026-11-23T07:00:00Z', madeUp: false }
  const said = { checklist: null, answers: null, observation: '', photos: [], abnormal: 0 }
  const id = `visit-${placeId}`
  return {
    id,
    sha256: `hash-${placeId}`,
    whole: true,
    placeId,
    placeName: null,
    ...made,
    ...said,
    ...more,
  }
}

function act(name: Act['act'], detail: Act['detail'] = {}, more: Partial<Act> = {}): Act {
  const made = { signerId: 'lin', signerName: '林晓岚', at: '2026-11-23T08:00:00Z' }
  const said = { means: null, note: null, seen: [], strokes: null, sha256: null }
  return { id: name, act: name, ...made, ...said, detail, ...more }
}

const page = (visits: PageVisit[], acts: Act[] = []) =>
  pageOf('round', round, visits, acts, { ground, told: [], pulled: undefined, items: [] })

describe('a page of the patrol book', () => {
  it('has the places of the route in walking order, and behind them those visited beside it', () => {
    const { places } = page([visit('lobby'), visit('seven')])
    expect(places.map(({ placeId }) => placeId)).toEqual(['nine', 'eight', 'seven', 'lobby'])
    expect(places[3]?.visits.map(({ id }) => id)).toEqual(['visit-lobby'])
  })

  it('says of a place why it was left out, by the newest word', () => {
    const places = [{ placeId: 'nine', name: '' }]
    const finish = act('finish', { unvisited: [{ placeId: 'eight', reason: '门锁打不开' }] })
    const skip = act('skip', { whole: false, places }, { note: '施工封闭' })
    const [nine, eight, seven] = page([], [skip, finish]).places
    expect(nine).toMatchObject({ reason: '施工封闭', skipped: true })
    expect(eight).toMatchObject({ reason: '门锁打不开', skipped: false })
    expect(seven).toMatchObject({ reason: null, skipped: false, makeUp: null })
  })

  it('asks who ends it for every place not wholly checked, but for those that were skipped', () => {
    const skip = act('skip', { whole: false, places: [{ placeId: 'nine', name: '' }] })
    const now = page([visit('eight'), visit('seven', { whole: false })], [skip])
    expect(unwholePlaces(now).map(({ placeId }) => placeId)).toEqual(['nine', 'seven'])
    expect(openPlaces(now).map(({ placeId }) => placeId)).toEqual(['seven'])
  })

  it('knows who wants a place made up', () => {
    const makeUp = act('make_up', { whole: true, places: [{ placeId: 'eight', name: '' }] })
    expect(page([], [makeUp]).places[1]?.makeUp?.id).toBe('make_up')
  })

  it('has signed what has a hash: its visits, and the end that holds', () => {
    const ends = [act('finish', {}, { id: 'old', sha256: 'o' }), act('finish', {}, { sha256: 'f' })]
    const told = page([visit('nine'), visit('eight', { sha256: null })], ends)
    expect(seenOn(told)).toEqual([
      { id: 'visit-nine', sha256: 'hash-nine' },
      { id: 'finish', sha256: 'f' },
    ])
  })
})
