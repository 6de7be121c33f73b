/** The pages of the check sheets; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const task = { tab: 'me', task: true } as const

export const routes: RouteRecordRaw[] = [
  {
    path: '/checks',
    component: () => import('@/domains/checks/views/ChecksPage.vue'),
    meta: { tab: 'me' },
  },
  {
    path: '/checks/new/:period/:dept',
    component: () => import('@/domains/checks/views/WritePage.vue'),
    props: true,
    meta: task,
  },
  {
    path: '/checks/:id',
    component: () => import('@/domains/checks/views/SheetPage.vue'),
    props: true,
    meta: task,
  },
]
