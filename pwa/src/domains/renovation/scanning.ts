/** From a scanned code to a pass, a permit or a unit of a site, and what it is worth. Pure. */
import type { Board, Case } from './board'
import { verdictOf } from './passes'
import type { Pass, Verdict } from './types'

/** What labels of this room hang at; a unit's tag leads to the site behind its door. */
export const WORKER_PASS = 'worker_pass'
export const PERMIT = 'renovation_permit'
const UNIT = 'unit'

export interface Read {
  verdict: Verdict
  /** The site it belongs to, where this phone knows it. */
  held: Case | null
  /** The pass; null of a permit or a unit's tag. */
  pass: Pass | null
}

type Known = Pick<Board, 'labels' | 'cases' | 'byId' | 'today'>

/** Answer what a code is worth in front of the unit `unitId`, or at the gate (null). */
export function readingOf(code: string, board: Known, unitId: string | null): Read {
  const label = board.labels.get(code)
  if (!label) return { verdict: 'unknown', held: null, pass: null }
  const { targetKind, targetId } = label
  const found = foundBy(targetKind, targetId, board)
  if (found.held === null) return { ...found, verdict: 'unknown' }
  const { one } = found.held
  const verdict = verdictOf({ pass: found.pass, site: one }, unitId, board.today.day)
  return { ...found, verdict: label.state === 'revoked' ? 'revoked' : verdict }
}

function foundBy(kind: string, id: string, { cases, byId }: Known): Omit<Read, 'verdict'> {
  if (kind === PERMIT) return { held: byId.get(id) ?? null, pass: null }
  if (kind === UNIT) return { held: siteOf(id, cases), pass: null }
  if (kind !== WORKER_PASS) return { held: null, pass: null }
  for (const held of cases) {
    const pass = held.one.passes.find(({ passId }) => passId === id)
    if (pass) return { held, pass }
  }
  return { held: null, pass: null }
}

/** Answer the renovation that runs in a unit now. */
function siteOf(unitId: string, cases: readonly Case[]): Case | null {
  const over = ['closed', 'cancelled']
  return cases.find(({ one }) => one.unitId === unitId && !over.includes(one.state)) ?? null
}
