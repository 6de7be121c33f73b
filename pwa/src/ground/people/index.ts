/** Who is signed in, colleagues, and the phones they work with. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'

import { colleagueTable, departmentTable } from './table'

export { colleagueTable, departmentTable } from './table'
export type { Department, PulledColleague } from './types'

export const people: Room = {
  name: 'people',
  tables: [colleagueTable, departmentTable],
  pulled: [
    { kind: 'people.colleague', table: colleagueTable, works: ({ active }) => active === true },
    { kind: 'people.department', table: departmentTable },
  ],
  routes: [
    {
      path: '/sign-in',
      component: () => import('./views/SignInPage.vue'),
      meta: { open: true, full: true },
    },
    {
      path: '/hand-over',
      component: officePage(() => import('./views/HandOverPage.vue')),
      meta: { open: true, full: true },
    },
    { path: '/me/password', component: () => import('./views/PasswordPage.vue') },
    { path: '/me/pin', component: () => import('./views/PinPage.vue') },
    {
      path: '/people',
      component: officePage(() => import('./views/PeoplePage.vue')),
      meta: { tab: 'people' },
    },
    {
      path: '/people/departments',
      component: officePage(() => import('./departments/DepartmentsPage.vue')),
      meta: { tab: 'people' },
    },
  ],
}
