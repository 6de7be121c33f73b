/** Findings and people for tests, whole by default. */
import { complete } from '@/domains/findings/pending'
import type { ActDone, Actor, Case, Finding, SmellStep } from '@/domains/findings/types'

export const LIN = { id: 'p-lin', name: '林晓岚' }
export const FAN = { id: 'p-fan', name: '范国强' }
export const AT = '2026-11-23T07:41:00.000Z'

/** Answer a blocked escape route, as the server tells it. */
export function finding(more: Partial<Finding> = {}): Case {
  return complete({
    id: 'f-1',
    estate: 'e-1',
    placeId: 'stairs',
    item: 'ST-09',
    choice: 'piled',
    description: '纸箱 2 个',
    spot: '防火门前',
    state: 'reported',
    foundAt: AT,
    byId: LIN.id,
    byName: LIN.name,
    serial: 'WT-2026-000208',
    priority: 'urgent',
    dept: 'engineering',
    report: { id: 'report', sha256: 'r'.repeat(64) },
    ...more,
  })
}

/** Answer a smell of gas of which nothing has been said. */
export function smell(
  more: Partial<Record<SmellStep, object>> & { finished?: boolean } = {},
): Case {
  const none = { finished: false, asked: null, cause: null, guard_told: null, guard_result: null }
  return finding({ item: 'ST-13', smell: { ...none, ...more } as NonNullable<Case['smell']> })
}

/** Answer an act of `who`. */
export function done(act: string, said: object = {}, more: Partial<ActDone> = {}): ActDone {
  const made = { id: `act-${act}`, at: AT, byId: FAN.id, byName: FAN.name }
  return { ...made, act, sha256: act[0]!.repeat(64), said: { ...said }, ...more }
}

/** Answer who acts. */
export function actor(role: string, more: Partial<Actor> = {}): Actor {
  const manages = role === 'supervisor' || role === 'manager' || role === 'office_manager'
  return { id: `p-${role}`, role, depts: [], heads: [], manages, ...more }
}

export const STEWARD = actor('steward', { id: 'p-other' })
export const ENGINEER = actor('engineer', { id: FAN.id, depts: ['engineering'] })
export const SUPERVISOR = actor('supervisor')
