/** What vacant units need of other domains. It names no domain: the shell joins whoever can answer. */
import type { AlsoKept, NewItem } from '@/core/outbox/outbox'
import type { Found, UnitKeys } from '@/domains/vacancy/types'

/** Findings take what is wrong, the key cabinet says who holds what. */
export interface Needs {
  /** Answer what is to be kept, in the check's own transaction, for something found wrong. */
  prepare(found: Found, placeName: string): { item: NewItem; also: AlsoKept }
  /** Answer how many findings are open at each of these places. */
  countOpen(placeIds: readonly string[]): Promise<Map<string, number>>
  /** Answer the keys of units, own loans of this phone counted in. */
  unitKeys(): Promise<UnitKeys[]>
}

let joined: Needs | undefined
let joining: (() => Promise<Needs>) | undefined

/** Say who answers; a test does it for itself. */
export function joinNeeds(needs: Needs): void {
  joined = needs
}

/** Say how to load who answers; the shell does it once. */
export function joinNeedsBy(load: () => Promise<Needs>): void {
  joining = load
}

/** Load who answers, before the first page that asks. */
export async function bringNeeds(): Promise<void> {
  joined ??= await joining?.()
}

/** Answer who answers. */
export function needs(): Needs {
  if (joined === undefined) throw new Error('nobody answers what vacant units need')
  return joined
}
