import type { TableSpec } from '@/core/domain'
import type { Entry } from '@/domains/emergencies/types'

export const entryTable: TableSpec<Entry> = {
  name: 'emergencyEntries',
  indexes: { 6: 'id, estate' },
}
