/** What travels to the server, as the phone keeps it (`protocol.md` 2). Types only: everybody may import them. */
import type { TableSpec } from '@/core/store/spec'

/** What a room hands to `keep`. */
export interface NewItem {
  /** Given beforehand where something in the body is bound to it; else made when it is kept. */
  id?: string
  /** `room.act` and the version of its shape. */
  kind: string
  v: number
  /** Id of the record it concerns; items about one record keep their order. */
  about: string
  body: unknown
  /** Version of checklist and settings used. */
  rules?: string
  /** SHA-256 of the photos it refers to, in order. */
  photos?: string[]
  /** The person waits for the answer: what conflicts is refused, not kept beside (`protocol.md` 9). */
  live?: true
  /** What the words `titles.<kind>` need to name it in 待上传. */
  title: Record<string, unknown>
}

/** What the phone's clock said, and what it knew about being wrong (`protocol.md` 7). */
export interface ItemClock {
  /** This load of the page; `elapsedMs` of two items compare only within one. */
  page: string
  elapsedMs: number
  /** Server's time minus the phone's at the last contact. */
  offsetMs: number
}

export type ItemState = 'waiting' | 'refused' | 'applied'

/** What the server said about an item. */
export interface ItemAnswer {
  serial?: string
  entry?: number
  code?: string
  params?: object
}

/** An item in the outbox. Its content never changes; what stands after `seen` does. */
export interface OutboxItem extends NewItem {
  id: string
  /** Gapless counter of this device. */
  seq: number
  estate: string
  /** Id of the person who made it. */
  by: string
  /** ISO 8601, UTC, by the phone's clock. */
  recordedAt: string
  clock: ItemClock
  /** Change number of the estate's feed on which the person acted. */
  seen: number
  state: ItemState
  answer?: ItemAnswer
  /** By the server's clock. */
  settledAt?: string
  /** Newest entry of the book when its photos were known to be there; none while they are not. */
  photosBy?: number
  /** When its maker took note of a refusal. */
  readAt?: string
}

/** Records that must be kept in the same transaction as the items that carry them. */
export interface AlsoKept {
  table: TableSpec<unknown>
  rows: object[]
}

/** Rows that go in the same transaction, a draft for instance. */
export interface Forgotten {
  table: TableSpec<unknown>
  keys: string[]
}
