/** The pages of vacant units; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const meta = { tab: 'vacancy' } as const
const task = { ...meta, task: true } as const

export const routes: RouteRecordRaw[] = [
  {
    path: '/vacancy',
    component: () => import('@/domains/vacancy/views/WeekPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/scan',
    component: () => import('@/domains/vacancy/views/UnitScanPage.vue'),
    meta: { full: true },
  },
  {
    path: '/vacancy/building',
    component: () => import('@/domains/vacancy/views/BuildingPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/coverage',
    component: () => import('@/domains/vacancy/views/office/CoveragePage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/care',
    component: () => import('@/domains/vacancy/views/office/CarePage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/fees',
    component: () => import('@/domains/vacancy/views/office/FeesPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/tables',
    component: () => import('@/domains/vacancy/views/papers/TablesPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/office',
    component: () => import('@/domains/vacancy/views/office/OfficePage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/summaries',
    component: () => import('@/domains/vacancy/views/papers/SummariesPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/plans',
    component: () => import('@/domains/vacancy/views/plans/PlansPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/plans/:year(\\d+)',
    component: () => import('@/domains/vacancy/views/plans/PlanEditPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/vacancy/lettings',
    component: () => import('@/domains/vacancy/views/letting/LettingsPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/care/new',
    component: () => import('@/domains/vacancy/views/care/CareEntryPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/list',
    component: () => import('@/domains/vacancy/views/list/UnitListPage.vue'),
    meta: task,
  },
  {
    path: '/vacancy/units/:id',
    component: () => import('@/domains/vacancy/views/UnitPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/vacancy/units/:id/card',
    component: () => import('@/domains/vacancy/views/CardPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/vacancy/check/:draftId',
    component: () => import('@/domains/vacancy/views/CheckPage.vue'),
    props: true,
    meta: { task: true },
  },
]
