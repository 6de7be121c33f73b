/** The labels that hang at places: copies of what the server holds, label mode, and the sheets to print. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { labelTable } from '@/ground/labels/table'

export { labelTable } from '@/ground/labels/table'
export type { Label } from '@/ground/labels/types'

export const labels: Room = {
  name: 'labels',
  tables: [labelTable],
  pulled: [{ kind: 'places.label', table: labelTable }],
  later: { under: ['/labels'], load: officePage(() => import('@/ground/labels/pages')) },
}
