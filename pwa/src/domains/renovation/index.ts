/** Renovations: from the application to the deposit's refund; sites visited daily, passes judged at the gate. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { needs } from '@/domains/renovation/needs'
import { renovationTable, siteDraftTable, siteVisitTable } from '@/domains/renovation/table'

export { needs as renovationNeeds } from '@/domains/renovation/needs'

export const renovation: Room = {
  name: 'renovation',
  tables: [renovationTable, siteVisitTable, siteDraftTable],
  pulled: [
    { kind: 'renovation.case', table: renovationTable },
    { kind: 'renovation.visit', table: siteVisitTable },
  ],
  terms: {
    missing: ['renovation.papers'],
    line: ['renovation.lines'],
    as: ['renovation.parties', 'people.roles'],
  },
  ahead: async () => (await import('@/domains/renovation/plansAhead')).plansAhead(),
  todo: officePage(() => import('@/domains/renovation/todo/todos')),
  later: {
    under: ['/renovation'],
    load: officePage(async () => {
      await needs.bring()
      return import('@/domains/renovation/pages')
    }),
  },
  entrances: [
    {
      ...{ path: '/renovation', icon: 'tool', title: 'renovation.tab', rail: 'renovation' },
      roles: [
        ...['steward', 'front_desk', 'supervisor', 'manager', 'office_manager', 'engineer'],
        ...['renovation_inspector', 'guard', 'finance'],
      ],
      scans: { kinds: ['unit', 'worker_pass', 'renovation_permit'], path: '/renovation/scan' },
    },
  ],
}
