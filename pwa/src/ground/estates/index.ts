/** Estates and their settings: the ground of everything. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { estateTable } from '@/ground/estates/table'

export { estateTable } from '@/ground/estates/table'
export type { Estate, EstateSettings } from '@/ground/estates/types'

export const estates: Room = {
  name: 'estates',
  tables: [estateTable],
  routes: [
    {
      path: '/settings',
      component: officePage(() => import('@/ground/estates/views/SettingsPage.vue')),
    },
  ],
  pulled: [{ kind: 'estates.estate', table: estateTable }],
}
