/** The pages of the desk; they come when the first of them is opened. */
import type { RouteRecordRaw } from 'vue-router'

const meta = { tab: 'desk' } as const
const mine = { tab: 'me' } as const

export const routes: RouteRecordRaw[] = [
  { path: '/desk', component: () => import('@/desk/views/DeskPage.vue'), meta },
  {
    path: '/desk/visits/:id',
    component: () => import('@/desk/views/DeskVisitPage.vue'),
    props: true,
    meta,
  },
  { path: '/desk/doubts', component: () => import('@/desk/doubts/DoubtsPage.vue'), meta },
  { path: '/desk/months', component: () => import('@/desk/months/MonthsPage.vue'), meta: mine },
  { path: '/desk/books', component: () => import('@/desk/books/BooksPage.vue'), meta: mine },
  {
    path: '/heads/:entry(\\d+)?/:hash?',
    component: () => import('@/desk/heads/HeadsPage.vue'),
    props: true,
    meta: mine,
  },
  {
    path: '/check/:serial/:hash',
    component: () => import('@/desk/check/CheckPage.vue'),
    props: true,
    meta: mine,
  },
  { path: '/desk/refused', component: () => import('@/desk/views/RefusedPage.vue'), meta },
]
