/** Emergency entries: a home is entered, on whose authority, by whom, and what the household was told. */
import type { Room } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'
import { officePage, t } from '@/core/text'
import { entryTable } from '@/domains/emergencies/table'

/** Load who knows which homes were entered. */
export const loadEntries = () => import('@/domains/emergencies/repo')

const unit = ({ title }: OutboxItem) => ({ unit: String(title.unit ?? '') })

export const emergencies: Room = {
  name: 'emergencies',
  tables: [entryTable],
  pulled: [{ kind: 'emergencies.entry', table: entryTable }],
  routes: [
    {
      path: '/emergencies',
      component: officePage(() => import('@/domains/emergencies/views/EntriesPage.vue')),
      meta: { tab: 'me' },
    },
    {
      path: '/emergencies/new',
      component: officePage(() => import('@/domains/emergencies/views/EnterPage.vue')),
      meta: { tab: 'me', task: true },
    },
    {
      path: '/emergencies/:id',
      component: officePage(() => import('@/domains/emergencies/views/EntryPage.vue')),
      props: true,
      meta: { tab: 'me', task: true },
    },
  ],
  itemTitles: {
    'emergencies.enter': (item) => t('emergencies.enterTitle', unit(item)),
    'emergencies.leave': (item) => t('emergencies.leaveTitle', unit(item)),
  },
}
