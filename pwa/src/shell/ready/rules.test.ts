import { describe, expect, it } from 'vitest'

import {
  dataChecks,
  positionCheck,
  spaceCheck,
  verdictOf,
  type Check,
  type Held,
} from '@/shell/ready/rules'
import type { Label } from '@/ground/labels/types'
import type { Place, Route } from '@/ground/places/types'

const NOW = new Date('2026-11-22T08:00:00Z')
const place = (id: string, type = 'stairwell') => ({ id, type }) as Place
const route = (placeIds: string[]) => ({ id: placeIds.join(), placeIds, active: true }) as Route
const label = (targetId: string, state: Label['state'] = 'active') => ({ targetId, state }) as Label

const HELD: Held = {
  readAt: '2026-11-22T07:00:00Z',
  settings: true,
  asksPosition: false,
  places: [place('a'), place('b', 'roof')],
  routes: [route(['a', 'b'])],
  walked: new Set(['a,b']),
  labels: [label('a'), label('b', 'printed')],
  checklists: new Set(['stairwell', 'roof']),
}

function outcomes(held: Partial<Held>): Record<string, string> {
  const checks = dataChecks({ ...HELD, ...held }, NOW)
  return Object.fromEntries(checks.map(({ name, found }) => [name, found]))
}

function verdict(held: Partial<Held>): string {
  return verdictOf(dataChecks({ ...HELD, ...held }, NOW))
}

describe('a phone for a round', () => {
  it('is ready when all that the round asks for is here', () => {
    expect(verdict({})).toBe('ready')
  })

  it.each<[string, Partial<Held>, string]>([
    ['nothing was ever pulled', { readAt: '' }, 'data'],
    ['the settings are missing', { settings: false }, 'routes'],
    ['there is no route', { routes: [] }, 'routes'],
    ['there are no places', { places: [] }, 'places'],
    ['one place of a route is missing', { places: [place('a')] }, 'places'],
    ['a place has no checklist', { checklists: new Set(['stairwell']) }, 'checklists'],
    ['there are no labels', { labels: [] }, 'labels'],
    ['all labels are revoked', { labels: [label('a', 'revoked')] }, 'labels'],
  ])('is not ready when %s', (_, held, name) => {
    const bad = dataChecks({ ...HELD, ...held }, NOW).filter(({ outcome }) => outcome === 'bad')

    expect(verdict(held)).toBe('notReady')
    expect(bad.map((check) => check.name)).toContain(name)
  })

  it('is told of old data and of labels still to be hung, and may go all the same', () => {
    const held = { readAt: '2026-11-21T08:00:00Z', labels: [label('a')] }

    expect(outcomes(held)).toMatchObject({ data: 'old', labels: 'some' })
    expect(verdict(held)).toBe('ready')
  })

  it('is judged by the routes that are walked today, and by all of them for who walks none', () => {
    const routes = [route(['a']), route(['b', 'gone'])]

    expect(verdict({ routes, walked: new Set(['a']) })).toBe('ready')
    expect(verdict({ routes, walked: new Set(['b,gone']) })).toBe('notReady')
    expect(verdict({ routes, walked: new Set() })).toBe('notReady')
  })
})

describe('the verdict', () => {
  const check = (outcome: Check['outcome']): Check => ({ name: '', outcome, found: '' })

  it('waits until all was looked at, unless something is bad already', () => {
    expect(verdictOf([check('ok'), check('checking')])).toBe('checking')
    expect(verdictOf([check('bad'), check('checking')])).toBe('notReady')
    expect(verdictOf([check('ok'), check('warn')])).toBe('ready')
  })
})

it('the room on the phone is told in bytes; a day’s photos must fit', () => {
  expect(spaceCheck(2_500e6, 3_000e6, true)).toMatchObject({
    found: 'kept',
    params: { free: 2_500e6 },
  })
  expect(spaceCheck(2_500e6, 3_000e6, false).outcome).toBe('warn')
  expect(spaceCheck(40e6, 3_000e6, true).outcome).toBe('bad')
  expect(spaceCheck(0, 0, true).outcome).toBe('ok')
})

it('a position that is not allowed is told, and holds nobody up', () => {
  const found = (['granted', 'denied', 'prompt', undefined] as const).map(positionCheck)

  expect(found.map((check) => check.found)).toEqual(['here', 'denied', 'unasked', 'unasked'])
  expect(verdictOf(found)).toBe('ready')
})
