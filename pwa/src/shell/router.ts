/** Which page stands at which address. Rooms bring theirs; who is not signed in gets the sign-in page. */
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { useSession } from '@/core/session/session'
import { homeOf } from '@/shell/home'
import { lastPageOf, rememberPages } from '@/shell/lastPage'
import { addLaterPages } from '@/shell/laterPages'

const shellRoutes: RouteRecordRaw[] = [
  { path: '/', redirect: () => lastPageOf(useSession().me.value?.id) ?? homeOf() },
  {
    path: '/queue',
    // What was not accepted is said here, in words of rooms whose pages are the office's.
    component: officePage(() => import('@/shell/views/QueuePage.vue')),
    meta: { tab: 'queue' },
  },
  {
    path: '/rescue',
    component: officePage(() => import('@/shell/views/RescuePage.vue')),
  },
  {
    path: '/ready',
    component: officePage(() => import('@/shell/views/ReadyPage.vue')),
    meta: { tab: 'me', task: true },
  },
  {
    path: '/me',
    component: officePage(() => import('@/shell/views/MinePage.vue')),
    meta: { tab: 'me' },
  },
  { path: '/:rest(.*)*', component: () => import('@/shell/views/LostPage.vue') },
]

/** After a reset nothing else is allowed before it. */
const CHANGE = '/me/password'

/** Build the router of these rooms. */
export function buildRouter(rooms: readonly Room[]) {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...rooms.flatMap((room) => room.routes ?? []), ...shellRoutes],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  })
  addLaterPages(router, rooms)
  router.beforeEach((to) => {
    const { me } = useSession()
    if (me.value?.mustChangePassword && !to.meta.open && to.path !== CHANGE) return CHANGE
    if (me.value || to.meta.open) return true
    const asked = to.redirectedFrom ?? to
    return { path: '/sign-in', query: asked.path === '/' ? {} : { to: asked.fullPath } }
  })
  rememberPages(router, () => useSession().me.value?.id)
  return router
}
