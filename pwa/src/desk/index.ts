/** The supervisor's desk: what of a day needs a person, how far the rounds are, every visit in full. */
import type { Room } from '@/core/domain'
import { officePage, t } from '@/core/text'

export const desk: Room = {
  name: 'desk',
  routes: [
    {
      path: '/desk',
      component: officePage(() => import('@/desk/views/DeskPage.vue')),
      meta: { tab: 'desk' },
    },
    {
      path: '/desk/visits/:id',
      component: officePage(() => import('@/desk/views/DeskVisitPage.vue')),
      props: true,
      meta: { tab: 'desk' },
    },
    {
      path: '/desk/doubts',
      component: officePage(() => import('@/desk/doubts/DoubtsPage.vue')),
      meta: { tab: 'desk' },
    },
    {
      path: '/desk/months',
      component: officePage(() => import('@/desk/months/MonthsPage.vue')),
      meta: { tab: 'me' },
    },
    {
      path: '/heads/:entry(\\d+)?/:hash?',
      component: officePage(() => import('@/desk/heads/HeadsPage.vue')),
      props: true,
      meta: { tab: 'me' },
    },
    {
      path: '/check/:serial/:hash',
      component: officePage(() => import('@/desk/check/CheckPage.vue')),
      props: true,
      meta: { tab: 'me' },
    },
    {
      path: '/desk/refused',
      component: officePage(() => import('@/desk/views/RefusedPage.vue')),
      meta: { tab: 'desk' },
    },
  ],
  itemTitles: {
    'sync.redecide': () => t('desk.redecide'),
    'patrols.review': ({ title }) => t('desk.review', { place: String(title.placeName ?? '') }),
    'months.close': ({ title }) => t('months.close', { month: String(title.month ?? '') }),
    'months.purge': () => t('months.purge'),
    'people.write_off': ({ title }) => t('desk.writeOff', { name: String(title.name ?? '') }),
  },
}
