/** Findings: what was found wrong, from report to closing. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { findingTable, ownReportTable, ownSightingTable } from '@/domains/findings/table'

/** Load who takes reports and tells what is open. */
export const loadReports = () => import('@/domains/findings/repo')

export type { Dept } from '@/domains/findings/types'

/** Load what a supervisor's round asks of findings. */
export const loadRectifying = () => import('@/domains/findings/rectifying')

/** Load the mark that says how many findings wait for somebody. */
export const loadTodoCount = () => import('@/domains/findings/views/TodoCount.vue')

const page = officePage(() => import('@/domains/findings/views/FindingsPage.vue'))

export const findings: Room = {
  name: 'findings',
  tables: [findingTable, ownReportTable, ownSightingTable],
  pulled: [{ kind: 'findings.finding', table: findingTable }],
  todo: officePage(() => import('@/domains/findings/todo/todos')),
  routes: [
    { path: '/findings', component: page, meta: { tab: 'findings' } },
    {
      path: '/findings/home',
      component: officePage(() => import('@/domains/findings/views/home/HomePage.vue')),
      meta: { tab: 'findings', task: true },
    },
    {
      path: '/findings/:id',
      component: page,
      props: true,
      meta: { tab: 'findings', task: true },
    },
  ],
}
