import type { TableSpec } from '@/core/domain'
import type { CheckSheet } from '@/domains/checks/types'

export const sheetTable: TableSpec<CheckSheet> = {
  name: 'checkSheets',
  indexes: { 6: 'id, estate' },
}
