import type { SeenHead } from '@/core/device/table'
import type { TableSpec } from '@/core/domain'

/** How far this phone has read an estate's feed. */
export interface Feed {
  /** The estate's id. */
  id: string
  cursor: string
  /** Change number up to which the feed has been read; goes with every item as `seen`. */
  change: number
  head: SeenHead
  /** The phone's moment of the last complete pull, ISO 8601. */
  readAt: string
}

export const feedTable: TableSpec<Feed> = {
  name: 'feeds',
  indexes: { 1: 'id' },
  anew: true,
}
