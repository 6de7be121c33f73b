import { describe, expect, it } from 'vitest'

import { bodyOf, formOf, holding, lackOf, toCome } from '@/domains/patrols/plans/form'
import type { PlanForm, PlanTold, PlannedRoute, Version } from '@/domains/patrols/plans/types'

const TODAY = '2026-11-23'
const plan: PlanTold = {
  ownWindows: false,
  windows: [
    { number: 1, start: '09:00', end: '12:00' },
    { number: 2, start: '14:00', end: '17:30' },
  ],
  roundsOnWorkingDay: 2,
  roundsOnRestDay: 1,
  assignees: 'steward',
  assigneeIds: [],
  assigneeNames: [],
}
const version = (number: number, validFrom: string, changes: Partial<Version> = {}): Version => ({
  number,
  plan: { ...plan, roundsOnWorkingDay: number },
  validFrom,
  setAt: null,
  setByName: '',
  replaced: false,
  ...changes,
})
const route = (...versions: Version[]): PlannedRoute => ({
  routeId: 'route',
  routeName: '3 栋楼内',
  stewardName: null,
  number: versions.length,
  own: false,
  holds: plan,
  versions,
})
const form = (changes: Partial<PlanForm> = {}) => ({ ...formOf(route(), TODAY), ...changes })

describe('the plans of a route', () => {
  const versions = [
    version(4, '2026-12-01'),
    version(3, '2026-11-25', { replaced: true }),
    version(2, TODAY),
    version(1, '2026-11-01'),
  ]

  it('are one that holds, and those to come in the order of their days', () => {
    const later = version(5, '2026-11-30')
    expect(holding(route(...versions), TODAY)?.number).toBe(2)
    expect(holding(route(...versions.toReversed()), TODAY)?.number).toBe(2)
    expect(toCome(route(...versions, later), TODAY).map(({ number }) => number)).toEqual([5, 4])
  })

  it('are the settings where none has begun', () => {
    expect(holding(route(version(1, '2026-12-01')), TODAY)).toBeUndefined()
  })
})

describe('drawing up a plan', () => {
  it('begins with what holds, from tomorrow on; or with the plan that comes last, from its day on', () => {
    expect(form()).toMatchObject({ onWorkingDay: 2, ownWindows: false, validFrom: '2026-11-24' })
    const next = formOf(route(version(3, '2026-12-01')), TODAY)
    expect(next).toMatchObject({ onWorkingDay: 3, validFrom: '2026-12-01' })
    const named = version(4, '2026-12-02')
    const people = { assignees: 'named', assigneeIds: ['zhou'] } as const
    named.plan = { ...plan, ...people, assigneeIds: ['zhou'] }
    expect(formOf(route(named), TODAY)).toMatchObject(people)
  })

  it('says what keeps it from being walked', () => {
    const apart: PlanForm['windows'] = [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ]
    expect(lackOf(form(), TODAY)).toBeNull()
    expect(lackOf(form({ ownWindows: true, windows: apart }), TODAY)).toBe('windows')
    expect(lackOf(form({ onRestDay: 3 }), TODAY)).toBe('few')
    expect(lackOf(form({ windows: apart }), TODAY)).toBeNull()
    expect(lackOf(form({ assignees: 'named' }), TODAY)).toBe('people')
    expect(lackOf(form({ assignees: 'named', assigneeIds: ['zhou'] }), TODAY)).toBeNull()
    expect(lackOf(form({ validFrom: TODAY }), TODAY)).toBe('day')
  })

  it('sends no windows where the settings are to hold, and names only where names count', () => {
    const bySettings = bodyOf(form({ assigneeIds: ['zhou'] }), 7)
    expect(bySettings).toMatchObject({ seen: 7, windows: [], assigneeIds: [] })
    const own = bodyOf(form({ ownWindows: true, assignees: 'named', assigneeIds: ['zhou'] }), 7)
    const windows = [
      { start: '09:00', end: '12:00' },
      { start: '14:00', end: '17:30' },
    ]
    expect(own).toMatchObject({ windows, assigneeIds: ['zhou'] })
  })
})
