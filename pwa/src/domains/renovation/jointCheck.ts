/** The joint check before a first renovation: FR-01…07, the water test, two signatures (`renovation.md` 7). Pure. */
import { isSigned } from '@/ground/signatures/strokes'
import type { Signed } from './said'
import type { WaterTest } from './types'
import type { LookedAt } from './visit/types'

export const CHECK_ITEMS = Array.from({ length: 7 }, (_, i) => `FR-0${i + 1}`)

export interface CheckDraft {
  answers: LookedAt
  waterTest: WaterTest | null
}

/** Answer a check of which nothing was looked at yet. */
export const emptyCheck = (): CheckDraft => ({ answers: {}, waterTest: null })

/** Answer the first thing that is missing: a word of `renovation.lacks`, or null. */
export function checkLack(
  { answers, waterTest }: CheckDraft,
  signatures: readonly Pick<Signed, 'name' | 'strokes'>[],
): 'checkItems' | 'checkNote' | 'waterTest' | 'bothSign' | null {
  if (CHECK_ITEMS.some((item) => !answers[item])) return 'checkItems'
  const said = Object.values(answers)
  if (said.some(({ result, note }) => result === 'abnormal' && !note.trim())) return 'checkNote'
  if (waterTest === null) return 'waterTest'
  const all = signatures.every(({ name, strokes }) => name.trim() !== '' && isSigned(strokes))
  return all ? null : 'bothSign'
}
