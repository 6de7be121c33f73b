import type { TableSpec } from '@/core/domain'
import type { Notice, ReadUpTo } from '@/ground/notices/types'

export const noticeTable: TableSpec<Notice> = { name: 'notices', indexes: { 4: 'id, estate' } }
export const readTable: TableSpec<ReadUpTo> = { name: 'noticesRead', indexes: { 4: 'id' } }
