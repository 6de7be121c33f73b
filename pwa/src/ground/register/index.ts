/** The estate's register as the office keeps it: brought in by those who set the estate up. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'

export const register: Room = {
  name: 'register',
  routes: [
    {
      path: '/register',
      component: officePage(() => import('./views/ImportPage.vue')),
      meta: { tab: 'places' },
    },
    {
      path: '/register/uploads/:id',
      component: officePage(() => import('./views/UploadPage.vue')),
      props: true,
      meta: { tab: 'places', task: true },
    },
  ],
}
