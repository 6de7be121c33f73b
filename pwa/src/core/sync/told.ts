/** From when on the copies of the server's things tell what an item of this phone did. */
import type { OutboxItem } from '@/core/outbox/types'
import type { Feed } from '@/core/sync/table'

/** Say whether a pull has come past what the server took in; until then its maker's page shows it by the item alone. */
export function cameBack({ answer }: Pick<OutboxItem, 'answer'>, feed: Feed | undefined): boolean {
  return feed !== undefined && feed.head.entry >= (answer?.entry ?? 0)
}
