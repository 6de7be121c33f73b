/** Estates and their settings: the ground of everything. */
import type { Room } from '@/core/domain'

import { estateTable } from './table'

export { estateTable } from './table'
export type { Estate, EstateSettings } from './types'

export const estates: Room = {
  name: 'estates',
  tables: [estateTable],
  pulled: [{ kind: 'estates.estate', table: estateTable }],
}
