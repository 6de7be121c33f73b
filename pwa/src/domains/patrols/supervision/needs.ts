/** What a supervisor's round must know of findings. It names no domain: the shell joins whoever can answer. */
import type { AlsoKept, NewItem } from '@/core/outbox/outbox'
import type { State } from '@/core/ui/states'
import type { Found, ScanMethod } from '@/domains/patrols/types'

/** Something that was found and is not closed. */
export interface OpenCase {
  id: string
  placeId: string
  placeName: string
  description: string
  serial: string | null
  /** How it stands. */
  mark: { state: State; word: string }
  /** What comes next, and by whom. */
  next: string
  /** Its rectification was ordered; the number once the server gave it. */
  ordered: boolean
  orderNo: string | null
  byMe: boolean
  dueAt: string | null
  mayOrder: boolean
  mayRecheck: boolean
}

export interface OrderSaid {
  dept: string
  dueOn: string
  note: string
}

export interface RecheckSaid {
  outcome: 'right' | 'not_right'
  scan: { method: ScanMethod; code: string | null; reason: string | null }
  note: string
  photos: Found['photos']
}

/** Orders what was found rectified, and rechecks it. */
export interface Rectifying {
  /** Answer what is open, and what this person may do about it. */
  open(): Promise<OpenCase[]>
  order(findingId: string, said: OrderSaid, placeName: string): NewItem
  recheck(findingId: string, said: RecheckSaid, placeName: string): NewItem
  /** Answer what is to be kept for something new, found on the look `lookId`. */
  report(
    found: Omit<Found, 'visitId'>,
    lookId: string,
    placeName: string,
  ): { item: NewItem; also: AlsoKept }
}

let joined: Rectifying | undefined
let joining: (() => Promise<Rectifying>) | undefined

/** Say who rectifies; a test does it for itself. */
export function joinRectifying(rectifying: Rectifying): void {
  joined = rectifying
}

/** Say how to load who rectifies; the shell does it once, and no start waits for it. */
export function joinRectifyingBy(load: () => Promise<Rectifying>): void {
  joining = load
}

/** Answer a loader of pages that order and recheck: it brings along who rectifies. */
export function withRectifying<T>(pages: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded, by] = await Promise.all([pages(), joining?.()])
    if (by) joinRectifying(by)
    return loaded
  }
}

/** Answer who rectifies. */
export function rectifying(): Rectifying {
  if (joined === undefined) throw new Error('nobody rectifies')
  return joined
}
