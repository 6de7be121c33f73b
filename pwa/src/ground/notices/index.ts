/** Notices: what this person was told of, and the estate's ways out of the house. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { noticeTable, readTable } from '@/ground/notices/table'

/** The mark that says how many notices are new. */
export const loadNewCount = () => import('@/ground/notices/views/NewCount.vue')

export const notices: Room = {
  name: 'notices',
  tables: [noticeTable, readTable],
  pulled: [{ kind: 'notices.notice', table: noticeTable }],
  routes: [
    {
      path: '/notices',
      component: officePage(() => import('@/ground/notices/views/NoticesPage.vue')),
      meta: { tab: 'me' },
    },
    {
      path: '/settings/channels',
      component: officePage(() => import('@/ground/notices/views/ChannelsPage.vue')),
    },
  ],
}
