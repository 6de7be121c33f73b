/** 待上传 by need: what needs a person, what is on its way, what waits, what is entered but misses photos. Pure. */
import type { OutboxItem } from '@/core/outbox/types'

/** An item and how its photos stand. */
export interface Line {
  item: OutboxItem
  photos: number
  unsent: number
}

export interface Sections {
  refused: Line[]
  /** Refused too, but its maker took note. */
  noted: Line[]
  sending: Line[]
  waiting: Line[]
  awaited: Line[]
  /** How many of another person's items are here, by person. */
  sealed: { by: string; n: number }[]
  /** Entered with everything; kept until a backup holds them. */
  kept: number
}

/** What is known besides the items. */
export interface Around {
  me: string
  sending: ReadonlySet<string>
  unsent: ReadonlySet<string>
}

/** Answer the items by need, the newest first; of other persons only how many. */
export function sectionsOf(items: readonly OutboxItem[], around: Around): Sections {
  const own = items.filter(({ by }) => by === around.me).map((item) => lineOf(item, around.unsent))
  const lines = own.reverse()
  const waiting = lines.filter(({ item }) => item.state === 'waiting')
  const refused = lines.filter(({ item }) => item.state === 'refused')
  const onTheWay = (line: Line): boolean => around.sending.has(line.item.id)
  return {
    refused: refused.filter(({ item }) => !item.readAt),
    noted: refused.filter(({ item }) => item.readAt),
    sending: waiting.filter(onTheWay),
    waiting: waiting.filter((line) => !onTheWay(line)),
    awaited: lines.filter(({ item, unsent }) => item.state === 'applied' && unsent > 0),
    sealed: sealedOf(items, around.me),
    kept: lines.filter(({ item, unsent }) => item.state === 'applied' && unsent === 0).length,
  }
}

function lineOf(item: OutboxItem, unsent: ReadonlySet<string>): Line {
  const photos = item.photos ?? []
  return {
    item,
    photos: photos.length,
    unsent: photos.filter((sha256) => unsent.has(sha256)).length,
  }
}

function sealedOf(items: readonly OutboxItem[], me: string): Sections['sealed'] {
  const others = items.filter(({ by, state }) => by !== me && state === 'waiting')
  return [...new Set(others.map(({ by }) => by))].map((by) => ({
    by,
    n: others.filter((item) => item.by === by).length,
  }))
}
