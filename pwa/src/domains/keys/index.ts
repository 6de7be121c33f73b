/** Keys: the cabinet, who has which set until when, and what became of those that are missing. */
import type { Room } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'
import { officePage, t } from '@/core/text'
import { keyLoanTable, keySetTable } from '@/domains/keys/table'

export { joinEntriesBy } from '@/domains/keys/needs'

const ACTS = [
  ...['register', 'mandate', 'lend', 'request', 'verify', 'consent', 'refuse', 'take', 'return'],
  ...['report', 'memo', 'agree', 'settle', 'release_id', 'hand_over', 'turn_away', 'call'],
  ...['retire', 'countersign', 'resolve', 'spot_check', 'review'],
]
const cabinet = officePage(() => import('@/domains/keys/views/CabinetPage.vue'))
const meta = { tab: 'keys' } as const
const task = { ...meta, task: true } as const

export const keys: Room = {
  name: 'keys',
  tables: [keySetTable, keyLoanTable],
  pulled: [
    { kind: 'keys.set', table: keySetTable },
    { kind: 'keys.loan', table: keyLoanTable },
  ],
  routes: [
    { path: '/keys', component: cabinet, meta: task },
    {
      path: '/keys/new',
      component: officePage(() => import('@/domains/keys/views/register/RegisterPage.vue')),
      meta: task,
    },
    {
      path: '/keys/scan',
      component: officePage(() => import('@/domains/keys/views/KeyScanPage.vue')),
      meta: { full: true },
    },
    {
      path: '/keys/lend/:ids',
      component: officePage(() => import('@/domains/keys/views/lend/LendPage.vue')),
      props: true,
      meta: task,
    },
    {
      path: '/keys/return/:id',
      component: officePage(() => import('@/domains/keys/views/return/ReturnPage.vue')),
      props: true,
      meta: task,
    },
    {
      path: '/keys/loans',
      component: officePage(() => import('@/domains/keys/views/loans/LoansPage.vue')),
      meta: task,
    },
    {
      path: '/keys/check',
      component: officePage(() => import('@/domains/keys/views/check/CheckPage.vue')),
      meta: task,
    },
    { path: '/keys/:id', component: cabinet, props: true, meta: task },
  ],
  itemTitles: Object.fromEntries(
    ACTS.map((act) => [
      `keys.${act}`,
      ({ title }: OutboxItem) => t(`keys.titles.${act}`, { keyNo: String(title.keyNo ?? '') }),
    ]),
  ),
}
