/** This week's units in the order they are walked, and the keys that are fetched for it. Pure. */
import type { Turn } from './rules'
import type { UnitKeys, VacantUnit } from './types'

/** A unit with what the phone knows of it. */
export interface UnitCase {
  unit: VacantUnit
  turn: Turn
  keys: UnitKeys[]
  /** The half-filled sheet of this person. */
  draftId: string | null
  /** A check of it waits to be sent. */
  waits: boolean
  openFindings: number
}

/** The units of one stairwell, from the top down: one goes up by lift and walks down. */
export interface Stair {
  id: string
  name: string
  cases: UnitCase[]
}

/** Answer the words that name a unit: 3 栋 2 单元 1501. */
export const nameOf = ({ building, stairwell, number }: VacantUnit): string =>
  [building, stairwell, number].filter(Boolean).join(' ')

const collator = new Intl.Collator('zh', { numeric: true })

/** Answer the order in which two units are walked to. */
export function byWalk(a: VacantUnit, b: VacantUnit): number {
  return (
    a.buildingOrder - b.buildingOrder ||
    collator.compare(a.building, b.building) ||
    a.stairwellOrder - b.stairwellOrder ||
    b.floor - a.floor ||
    collator.compare(a.number, b.number)
  )
}

const DUE: readonly Turn[] = ['due', 'missed', 'airing']

/** Say whether a unit is still to be gone to in this period. */
export const isDue = ({ turn }: Pick<UnitCase, 'turn'>) => DUE.includes(turn)

/** Answer the units by stairwell, each from the top down. */
export function stairsOf(cases: readonly UnitCase[]): Stair[] {
  const stairs = new Map<string, Stair>()
  for (const one of [...cases].sort((a, b) => byWalk(a.unit, b.unit))) {
    const { stairwellId: id, building, stairwell } = one.unit
    const known = stairs.get(id) ?? { id, name: `${building} ${stairwell}`.trim(), cases: [] }
    stairs.set(id, { ...known, cases: [...known.cases, one] })
  }
  return [...stairs.values()]
}

/** A building with how many of its units are still to be gone to. */
export interface BuildingOf {
  id: string
  name: string
  due: number
}

/** Answer the buildings of these units, in the order in which they are walked to. */
export function buildingsOf(cases: readonly UnitCase[]): BuildingOf[] {
  const found = new Map<string, BuildingOf>()
  for (const one of [...cases].sort((a, b) => byWalk(a.unit, b.unit))) {
    const { buildingId: id, building: name } = one.unit
    const due = (found.get(id)?.due ?? 0) + Number(isDue(one))
    found.set(id, { id, name, due })
  }
  return [...found.values()]
}

/** The keys for units that are due: to be fetched, in hand already, with somebody else, and units without any. */
export interface Fetching {
  fetch: UnitKeys[]
  mine: UnitKeys[]
  others: UnitKeys[]
  without: UnitCase[]
}

/** Answer which keys are fetched for the units that are due, in the order of the cabinet. */
export function keysToFetch(cases: readonly UnitCase[], me: string): Fetching {
  const found: Fetching = { fetch: [], mine: [], others: [], without: [] }
  for (const one of cases.filter(isDue)) {
    const mine = one.keys.find((set) => holds(set, me))
    const here = one.keys.find(({ state }) => state === 'in_cabinet')
    const other = one.keys.find(({ state }) => state === 'on_loan')
    if (mine) found.mine.push(mine)
    else if (here) found.fetch.push(here)
    else if (other) found.others.push(other)
    else found.without.push(one)
  }
  found.fetch.sort((a, b) => collator.compare(a.slot, b.slot) || collator.compare(a.keyNo, b.keyNo))
  return found
}

const holds = ({ state, holderId }: UnitKeys, me: string) => state === 'on_loan' && holderId === me

/** enter: with an open loan · lend: the keys hang there · ask: somebody else has them · none: no keys are known */
export type Way =
  | { way: 'enter'; loanId: string | null; keys: UnitKeys }
  | { way: 'lend' | 'ask'; keys: UnitKeys }
  | { way: 'none' }

/** Answer how this person comes into a unit (VAC-R02). */
export function wayIn(keys: readonly UnitKeys[], me: string): Way {
  const mine = keys.find((set) => holds(set, me))
  if (mine) return { way: 'enter', loanId: mine.loanId, keys: mine }
  const here = keys.find(({ state }) => state === 'in_cabinet')
  if (here) return { way: 'lend', keys: here }
  const other = keys.find(({ state }) => state === 'on_loan')
  return other ? { way: 'ask', keys: other } : { way: 'none' }
}
