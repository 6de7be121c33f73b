/** The pages of a supervisor's own round; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const meta = { tab: 'today' } as const

export const routes: RouteRecordRaw[] = [
  {
    path: '/supervision',
    component: () => import('@/domains/patrols/supervision/views/SupervisionPage.vue'),
    meta,
  },
  {
    path: '/supervision/look',
    component: () => import('@/domains/patrols/supervision/views/LookPage.vue'),
    props: ({ query }) => ({ finding: query.finding ?? null }),
    meta: { full: true },
  },
]
