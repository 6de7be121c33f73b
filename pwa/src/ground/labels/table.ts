import type { TableSpec } from '@/core/domain'
import type { Label } from '@/ground/labels/types'

export const labelTable: TableSpec<Label> = {
  name: 'labels',
  indexes: { 1: 'id, estate, code, targetId' },
}
