/** What was done to pages on this phone, until the server tells of it. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import type { OutboxItem } from '@/core/outbox/types'
import { useStore } from '@/core/store/use'

/** Acts that say who walks a round, or what is left out of it. */
const ACTS = /^patrols\.(skip|hand_over|void)$/
/** What the server took in is told again within this. */
const TOLD_MS = 60_000

/** Answer what this person did to pages and the server has not told of yet, oldest first. */
export async function actsOnTheirWay(by: string): Promise<OutboxItem[]> {
  const outbox = useStore().rows(outboxTable)
  const just = new Date(corrected().getTime() - TOLD_MS).toISOString()
  const [waiting, settled] = await Promise.all([
    outbox.where({ state: 'waiting', by }).toArray(),
    outbox.where('settledAt').above(just).toArray(),
  ])
  const taken = settled.filter((item) => item.state === 'applied' && item.by === by)
  return [...taken, ...waiting].filter(({ kind }) => ACTS.test(kind)).sort((a, b) => a.seq - b.seq)
}
