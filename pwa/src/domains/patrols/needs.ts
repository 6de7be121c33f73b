/** What a patrol must know of other domains. It names no domain: the shell joins whoever can answer. */
import type { AlsoKept, NewItem } from '@/core/outbox/outbox'
import type { Reading } from '@/ground/checklists/details'
import type { Found, Outcome, SeenAgain } from '@/domains/patrols/types'

/** Something open at a place, in short, with the last look at it. */
export interface OpenFinding {
  id: string
  item: string
  choice: string | null
  description: string
  spot: string
  foundAt: string
  byName: string
  timesSeen?: number
  lastSeen?: { outcome: Outcome; at: string; byName: string } | null
}

/** An open finding that a visit saw again; `of` is null where this phone holds it no longer. */
export interface LookedAt {
  findingId: string
  outcome: Outcome
  of: Pick<OpenFinding, 'item' | 'choice' | 'description' | 'spot'> | null
}

/** Takes what a visit found wrong. */
export interface Reports {
  /** Answer what is to be kept, in the visit's own transaction, for something found wrong. */
  prepare(found: Found, placeName: string): { item: NewItem; also: AlsoKept }
  /** Answer what is to be kept for an open finding that a visit saw again. */
  prepareSighting(seen: SeenAgain, placeName: string): { item: NewItem; also: AlsoKept }
  /** Answer what this phone reported on a visit. */
  onVisit(visitId: string): Promise<Omit<Found, 'visitId'>[]>
  /** Answer what is open at a place. */
  openAt(placeId: string): Promise<OpenFinding[]>
  /** Answer the open findings that a visit of this phone saw again. */
  seenOn(visitId: string): Promise<LookedAt[]>
  /** Answer the meters read at a place before. */
  readingsAt(placeId: string): Promise<Reading[]>
}

let joined: Reports | undefined
let joining: (() => Promise<Reports>) | undefined

/** Say who takes reports; a test does it for itself. */
export function joinReports(reports: Reports): void {
  joined = reports
}

/** Say how to load who takes reports; the shell does it once, and no start waits for it. */
export function joinReportsBy(load: () => Promise<Reports>): void {
  joining = load
}

/** Answer a loader of a page on which reports are taken: it brings along who takes them. */
export function withReports<T>(page: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded, reports] = await Promise.all([page(), joining?.()])
    if (reports) joinReports(reports)
    return loaded
  }
}

/** Answer who takes reports. */
export function reports(): Reports {
  if (joined === undefined) throw new Error('nobody takes reports')
  return joined
}
