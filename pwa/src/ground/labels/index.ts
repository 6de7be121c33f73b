/** The labels that hang at places: copies of what the server holds, and the sheets to print. */
import type { Room } from '@/core/domain'
import { labelTable } from '@/ground/labels/table'

export { labelTable } from '@/ground/labels/table'
export type { Label } from '@/ground/labels/types'

export const labels: Room = {
  name: 'labels',
  tables: [labelTable],
  routes: [
    {
      path: '/labels',
      component: () => import('@/ground/labels/views/LabelsPage.vue'),
      meta: { tab: 'labels' },
    },
  ],
  pulled: [{ kind: 'places.label', table: labelTable }],
}
