/** What travels between phone and server in a sync (`protocol.md` 2 and 5). */
import type { Schemas } from '@/core/http/schema'
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
    live: item.live ?? false,
    body,
  }
}

export type SentItem = ReturnType<typeof asSent>

export type PushAnswer = Schemas['PushAnswer']

/** One item decided. Undecided ones are left out and stay waiting. */
export type Answered = PushAnswer['answers'][number]

/** A thing as it is now; null when this person no longer holds it. Its kind says what `data` is. */
export interface Change {
  kind: string
  id: string
  data: Record<string, unknown> | null
}

/** A page of the feed. `reset`: the full state follows, from this page on. */
export type PullAnswer = Omit<Schemas['PullAnswer'], 'changes'> & { changes: Change[] }
