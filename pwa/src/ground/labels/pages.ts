/** The pages of labels; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const meta = { tab: 'labels' } as const

export const routes: RouteRecordRaw[] = [
  { path: '/labels', component: () => import('@/ground/labels/views/LabelsPage.vue'), meta },
  {
    path: '/labels/places',
    component: () => import('@/ground/labels/views/places/LabelPlacesPage.vue'),
    meta,
  },
  {
    path: '/labels/hang',
    component: () => import('@/ground/labels/views/hang/HangPage.vue'),
    meta: { full: true },
  },
]
