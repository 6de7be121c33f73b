/** Renovations: from the application to the deposit's refund; sites visited daily, passes judged at the gate. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { renovationTable, siteDraftTable, siteVisitTable } from '@/domains/renovation/table'

export const renovation: Room = {
  name: 'renovation',
  tables: [renovationTable, siteVisitTable, siteDraftTable],
  pulled: [
    { kind: 'renovation.case', table: renovationTable },
    { kind: 'renovation.visit', table: siteVisitTable },
  ],
  todo: officePage(() => import('@/domains/renovation/todo/todos')),
  later: { under: ['/renovation'], load: officePage(() => import('@/domains/renovation/pages')) },
  entrances: [
    {
      ...{ path: '/renovation', icon: 'tool', title: 'renovation.tab', rail: 'renovation' },
      roles: [
        ...['steward', 'front_desk', 'supervisor', 'manager', 'office_manager', 'engineer'],
        ...['renovation_inspector', 'guard', 'finance'],
      ],
    },
  ],
}
