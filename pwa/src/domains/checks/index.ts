/** Check sheets: what supervisors and the manager find in their own staff's work, day by day. */
import type { Room } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'
import { officePage, t } from '@/core/text'
import { sheetTable } from '@/domains/checks/table'

const titled = ({ title }: OutboxItem) => ({ title: String(title.title ?? '') })

export const checks: Room = {
  name: 'checks',
  tables: [sheetTable],
  pulled: [{ kind: 'checks.sheet', table: sheetTable }],
  routes: [
    {
      path: '/checks',
      component: officePage(() => import('@/domains/checks/views/ChecksPage.vue')),
      meta: { tab: 'me' },
    },
    {
      path: '/checks/new/:period/:dept',
      component: officePage(() => import('@/domains/checks/views/WritePage.vue')),
      props: true,
      meta: { tab: 'me', task: true },
    },
    {
      path: '/checks/:id',
      component: officePage(() => import('@/domains/checks/views/SheetPage.vue')),
      props: true,
      meta: { tab: 'me', task: true },
    },
  ],
  itemTitles: Object.fromEntries(
    ['write', 'sign', 'slip', 'fault'].map((act) => [
      `checks.${act}`,
      (item: OutboxItem) => t(`checks.titles.${act}`, titled(item)),
    ]),
  ),
}
