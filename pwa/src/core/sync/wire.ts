/** What travels between phone and server in a sync (`protocol.md` 2 and 5). */
import type { SeenHead } from '@/core/device/table'
import type { OutboxItem } from '@/core/outbox/types'

/** An item as it is sent: without what only the phone needs. */
export function asSent(item: OutboxItem) {
  const { id, seq, kind, v, estate, about, by, recordedAt, clock, seen, body } = item
  return {
    id,
    seq,
    kind,
    v,
    estate,
    about,
    by,
    recordedAt,
    clock,
    seen,
    rules: item.rules ?? '',
    live: false,
    body,
  }
}

export type SentItem = ReturnType<typeof asSent>

export interface PushAnswer {
  serverTime: string
  epoch: string
  /** Entry of the estate's chain up to which a verified backup exists. */
  safeUpTo: number
  answers: Answered[]
}

/** One item decided. Undecided ones are left out and stay waiting. */
export interface Answered {
  id: string
  outcome: 'applied' | 'refused'
  serial?: string | null
  entry?: number
  hash?: string
  code?: string
  params?: Record<string, unknown>
}

export interface PullAnswer {
  changes: { kind: string; id: string; data: Record<string, unknown> | null }[]
  cursor: string
  /** Number of the feed up to which the cursor stands. */
  change: number
  more: boolean
  /** What this phone holds no longer fits: the full state follows, from this page on. */
  reset: boolean
  head: SeenHead
  epoch: string
  serverTime: string
}
