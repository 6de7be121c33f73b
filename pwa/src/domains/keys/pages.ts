/** The pages of the key cabinet; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const cabinet = () => import('@/domains/keys/views/CabinetPage.vue')
const task = { tab: 'keys', task: true } as const

export const routes: RouteRecordRaw[] = [
  { path: '/keys', component: cabinet, meta: task },
  {
    path: '/keys/new',
    component: () => import('@/domains/keys/views/register/RegisterPage.vue'),
    meta: task,
  },
  {
    path: '/keys/list',
    component: () => import('@/domains/keys/views/list/KeyListPage.vue'),
    meta: task,
  },
  {
    path: '/keys/scan',
    component: () => import('@/domains/keys/views/KeyScanPage.vue'),
    meta: { full: true },
  },
  {
    path: '/keys/lend/:ids',
    component: () => import('@/domains/keys/views/lend/LendPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/keys/return/:id',
    component: () => import('@/domains/keys/views/return/ReturnPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/keys/loans',
    component: () => import('@/domains/keys/views/loans/LoansPage.vue'),
    meta: task,
  },
  {
    path: '/keys/registers',
    component: () => import('@/domains/keys/views/registers/RegistersPage.vue'),
    meta: task,
  },
  {
    path: '/keys/tags',
    component: () => import('@/domains/keys/views/tags/TagsPage.vue'),
    meta: task,
  },
  {
    path: '/keys/check',
    component: () => import('@/domains/keys/views/check/CheckPage.vue'),
    meta: task,
  },
  { path: '/keys/:id', component: cabinet, props: true, meta: task },
]
