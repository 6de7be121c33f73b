import type { TableSpec } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'

export const outboxTable: TableSpec<OutboxItem> = {
  name: 'outbox',
  indexes: { 1: 'id, seq, about, [state+by], settledAt' },
}
