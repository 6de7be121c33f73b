import type { TableSpec } from '@/core/domain'

import type { Estate } from './types'

export const estateTable: TableSpec<Estate> = { name: 'estates', indexes: { 1: 'id' } }
