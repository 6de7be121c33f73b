import type { TableSpec } from '@/core/domain'

import type { Template } from './types'

export const templateTable: TableSpec<Template> = { name: 'templates', indexes: { 1: 'id, type' } }
