/** Which findings a person sees in which list, and in which order. Pure. */
import { nextDue, pressureOf } from './deadlines'
import { expectedOf } from './expected'
import { isFinal } from './ended'
import { isOverseer } from './machine'
import type { Actor, Case } from './types'

/**
 * todo: waits for this person · own: to be verified, or at own places · verify: waits for verification · over: late ·
 * dept: of own departments · all: of the estate
 */
export type View = 'todo' | 'own' | 'verify' | 'over' | 'dept' | 'all'

/** What narrows the list of all; '' narrows nothing, a state of `ended` is closed or rejected. */
export interface Narrow {
  state: string
  dept: string
  /** Looked for in what is written of a finding, as the server does for the workbook. */
  words: string
}

export const ALL: Narrow = { state: '', dept: '', words: '' }

/** Answer the lists of this person, the first one first. */
export function viewsOf(who: Actor): View[] {
  if (isOverseer(who)) return ['todo', 'verify', 'over', 'all']
  return who.role === 'steward' ? ['todo', 'own', 'all'] : ['todo', 'dept']
}

export interface Whose {
  who: Actor
  isOwn: (placeId: string) => boolean
}

/** Answer the findings of a list at `now`: what ends first is first, what has no limit last, what is over at the end. */
export function listOf(
  cases: readonly Case[],
  view: View,
  { who, isOwn }: Whose,
  now: Date,
  narrow: Narrow = ALL,
): Case[] {
  const toVerify = ({ state }: Case) => state === 'fixed' || state === 'solved_on_spot'
  const holds: Record<View, (found: Case) => boolean> = {
    todo: (found) => expectedOf(found, who, isOwn(found.placeId)) !== null,
    own: (found) => toVerify(found) || (isOwn(found.placeId) && !isFinal(found)),
    verify: toVerify,
    over: ({ due }) => due.some((one) => pressureOf(one, now) === 'over'),
    dept: ({ dept }) => dept !== null && who.depts.includes(dept),
    all: (found) => fits(found, narrow),
  }
  return cases.filter(holds[view]).sort(byLimit)
}

/** Answer the query by which the server narrows the workbook as the list is narrowed. */
export function queryOf({ state, dept, words }: Narrow, estate: string): string {
  const states = state === 'ended' ? ['closed', 'rejected'] : [state]
  const named = { estate, dept, words: words.trim() }
  const asked = [...Object.entries(named), ...states.map((one) => ['state', one])]
  return new URLSearchParams(asked.filter(([, value]) => value) as [string, string][]).toString()
}

function fits(found: Case, { state, dept, words }: Narrow): boolean {
  if (dept && found.dept !== dept) return false
  if (!says(found, words)) return false
  if (state === '') return !isFinal(found)
  return state === 'ended' ? isFinal(found) : found.state === state
}

function says(found: Case, words: string): boolean {
  const { serial, orderNo, placeName, spot, description, byName } = found
  const wanted = words.trim().toLowerCase()
  const written = [serial, orderNo, placeName, spot, description, byName]
  return written.some((one) => (one ?? '').toLowerCase().includes(wanted))
}

function byLimit(a: Case, b: Case): number {
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function keyOf(found: Case): string {
  const due = nextDue(found.due)?.dueAt
  return `${isFinal(found) ? 2 : due ? 0 : 1} ${due ?? found.foundAt}`
}
