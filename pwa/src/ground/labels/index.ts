/** The labels that hang at places: copies of what the server holds, label mode, and the sheets to print. */
import type { Room } from '@/core/domain'
import { officePage, t } from '@/core/text'
import { labelTable } from '@/ground/labels/table'

export { labelTable } from '@/ground/labels/table'
export type { Label } from '@/ground/labels/types'

const placeNameOf = ({ title }: { title: Record<string, unknown> }) => ({
  place: String(title.placeName ?? ''),
})

export const labels: Room = {
  name: 'labels',
  tables: [labelTable],
  routes: [
    {
      path: '/labels',
      component: officePage(() => import('@/ground/labels/views/LabelsPage.vue')),
      meta: { tab: 'labels' },
    },
    {
      path: '/labels/places',
      component: officePage(() => import('@/ground/labels/views/places/LabelPlacesPage.vue')),
      meta: { tab: 'labels' },
    },
    {
      path: '/labels/hang',
      component: officePage(() => import('@/ground/labels/views/hang/HangPage.vue')),
      meta: { full: true },
    },
  ],
  pulled: [{ kind: 'places.label', table: labelTable }],
  itemTitles: {
    'labels.hang': (item) => t('labels.hangTitle', placeNameOf(item)),
    'labels.claim': (item) => t('labels.claimTitle', placeNameOf(item)),
  },
}
