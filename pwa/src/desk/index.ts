/** The supervisor's desk: what of a day needs a person, how far the rounds are, every visit in full. */
import type { Room } from '@/core/domain'

export const desk: Room = {
  name: 'desk',
  routes: [
    { path: '/desk', component: () => import('@/desk/views/DeskPage.vue'), meta: { tab: 'desk' } },
    {
      path: '/desk/visits/:id',
      component: () => import('@/desk/views/DeskVisitPage.vue'),
      props: true,
      meta: { tab: 'desk' },
    },
  ],
}
