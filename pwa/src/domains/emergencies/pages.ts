/** The pages of emergency entries; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const task = { tab: 'me', task: true } as const

export const routes: RouteRecordRaw[] = [
  {
    path: '/emergencies',
    component: () => import('@/domains/emergencies/views/EntriesPage.vue'),
    meta: { tab: 'me' },
  },
  {
    path: '/emergencies/new',
    component: () => import('@/domains/emergencies/views/EnterPage.vue'),
    meta: task,
  },
  {
    path: '/emergencies/:id',
    component: () => import('@/domains/emergencies/views/EntryPage.vue'),
    props: true,
    meta: task,
  },
]
