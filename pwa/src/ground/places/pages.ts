/** The pages that set up buildings, places and routes; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const meta = { tab: 'places' } as const
const task = { ...meta, task: true } as const

export const routes: RouteRecordRaw[] = [
  { path: '/register/units', component: () => import('./views/units/UnitsPage.vue'), meta },
  { path: '/places', component: () => import('./views/places/PlacesPage.vue'), meta },
  {
    path: '/places/proposals',
    component: () => import('./views/places/ProposalsPage.vue'),
    meta: task,
  },
  { path: '/places/routes', component: () => import('./views/routes/RoutesPage.vue'), meta },
  {
    path: '/places/routes/:id',
    component: () => import('./views/routes/RoutePage.vue'),
    props: true,
    meta: task,
  },
]
