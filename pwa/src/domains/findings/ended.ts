/** Which findings need nobody any more. Apart from the other rules, for every start asks it. Pure. */
import type { FindingState } from './types'

const FINAL: readonly string[] = ['closed', 'rejected'] satisfies FindingState[]

/** Answer whether nothing more is done about a finding. */
export function isFinal({ state }: { state: string }): boolean {
  return FINAL.includes(state)
}
