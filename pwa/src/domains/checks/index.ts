/** Check sheets: what supervisors and the manager find in their own staff's work, day by day. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { sheetTable } from '@/domains/checks/table'

export const checks: Room = {
  name: 'checks',
  tables: [sheetTable],
  pulled: [{ kind: 'checks.sheet', table: sheetTable }],
  later: { under: ['/checks'], load: officePage(() => import('@/domains/checks/pages')) },
  entrances: [{ path: '/checks', icon: 'list', title: 'checks.title' }],
}
