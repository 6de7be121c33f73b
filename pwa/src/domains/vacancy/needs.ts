/** What vacant units need of other domains. It names no domain: the shell joins whoever can answer. */
import { needOf } from '@/core/needs'
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

export const {
  join: joinNeeds,
  joinBy: joinNeedsBy,
  bring: bringNeeds,
  get: needs,
} = needOf<Needs>('vacant units')
