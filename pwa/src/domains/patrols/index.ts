/** Patrols: the rounds of a day, the sheet of a place, and a label's way to it. */
import type { RouteRecordRaw } from 'vue-router'

import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { withReports } from '@/domains/patrols/needs'
import { withRectifying } from '@/domains/patrols/supervision/needs'
import {
  draftTable,
  ownVisitTable,
  pageTable,
  planTable,
  visitTable,
} from '@/domains/patrols/table'

export type { Answer } from '@/domains/patrols/types'
export { reasonWords } from '@/domains/patrols/say'
export { joinReportsBy, type Reports } from '@/domains/patrols/needs'
export { joinRectifyingBy, type Rectifying } from '@/domains/patrols/supervision/needs'

/** Load the mark that says how many pages ask something of somebody. */
export const loadSignCount = () => import('@/domains/patrols/views/signing/SignCount.vue')

/** Answer who knows which routes a person walks today; loaded when it is first asked. */
export const loadWalked = () => import('@/domains/patrols/walked')

const routes: RouteRecordRaw[] = [
  {
    path: '/today',
    component: () => import('@/domains/patrols/views/TodayPage.vue'),
    meta: { tab: 'today' },
  },
  {
    path: '/scan',
    component: officePage(() => import('@/domains/patrols/views/ScanPage.vue')),
    props: ({ query }) => ({ madeUp: query.madeUp ?? null }),
    meta: { full: true },
  },
  {
    path: '/visit/:draftId',
    component: officePage(withReports(() => import('@/domains/patrols/views/VisitPage.vue'))),
    props: true,
    meta: { full: true },
  },
  {
    path: '/visits/:id',
    component: officePage(withReports(() => import('@/domains/patrols/views/OwnVisitPage.vue'))),
    props: true,
    meta: { full: true },
  },
  {
    path: '/round/:id',
    component: officePage(() => import('@/domains/patrols/views/round/RoundPage.vue')),
    props: true,
    meta: { tab: 'today', task: true },
  },
  {
    path: '/signing',
    component: officePage(() => import('@/domains/patrols/views/signing/SigningPage.vue')),
    meta: { tab: 'desk' },
  },
  {
    path: '/plans',
    component: officePage(() => import('@/domains/patrols/plans/views/PlansPage.vue')),
    meta: { tab: 'places' },
  },
  // Labels are printed in capitals; the router reads both.
  {
    path: '/t/:code',
    component: officePage(() => import('@/domains/patrols/views/LabelPage.vue')),
    props: true,
    meta: { full: true, open: true },
  },
]

export const patrols: Room = {
  name: 'patrols',
  routes,
  todo: officePage(() => import('@/domains/patrols/todo/todos')),
  later: {
    under: ['/supervision'],
    load: officePage(withRectifying(() => import('@/domains/patrols/supervision/pages'))),
  },
  entrances: [
    {
      path: '/supervision',
      icon: 'search',
      title: 'patrols.supervision.title',
      roles: ['supervisor', 'manager', 'office_manager'],
    },
  ],
  tables: [planTable, visitTable, ownVisitTable, draftTable, pageTable],
  pulled: [
    { kind: 'patrols.plan', table: planTable },
    { kind: 'patrols.visit', table: visitTable },
    { kind: 'patrols.record', table: pageTable },
  ],
}
