import type { TableSpec } from '@/core/domain'
import type { Estate } from '@/ground/estates/types'

export const estateTable: TableSpec<Estate> = { name: 'estates', indexes: { 1: 'id' } }
