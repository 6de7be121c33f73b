import type { TableSpec } from '@/core/domain'
import type { Template } from '@/ground/checklists/types'

export const templateTable: TableSpec<Template> = { name: 'templates', indexes: { 1: 'id, type' } }
