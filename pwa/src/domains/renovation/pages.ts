/** The pages of renovations; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const sites = () => import('@/domains/renovation/views/SitesPage.vue')
const task = { tab: 'renovation', task: true } as const

export const routes: RouteRecordRaw[] = [
  { path: '/renovation', component: sites, meta: task },
  {
    path: '/renovation/new',
    component: () => import('@/domains/renovation/views/apply/ApplyPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/scan',
    component: () => import('@/domains/renovation/views/gate/GatePage.vue'),
    meta: { full: true },
  },
  {
    path: '/renovation/board',
    component: () => import('@/domains/renovation/views/board/BoardPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/notices',
    component: () => import('@/domains/renovation/views/notices/NoticesPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/deposits',
    component: () => import('@/domains/renovation/views/deposits/DepositsPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/wordings',
    component: () => import('@/domains/renovation/views/wordings/WordingsPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/night',
    component: () => import('@/domains/renovation/views/night/NightPage.vue'),
    meta: task,
  },
  {
    path: '/renovation/visit/:draftId',
    component: () => import('@/domains/renovation/views/visit/SiteVisitPage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/renovation/amend/:id',
    component: () => import('@/domains/renovation/views/apply/ApplyPage.vue'),
    props: true,
    meta: task,
  },
  { path: '/renovation/:id', component: sites, props: true, meta: task },
]
