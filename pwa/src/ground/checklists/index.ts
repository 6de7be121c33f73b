/** Checklists: every version the server tells, for old answers are shown under the version they were given under. */
import type { Room } from '@/core/domain'
import { templateTable } from '@/ground/checklists/table'

export { templateTable } from '@/ground/checklists/table'

export const checklists: Room = {
  name: 'checklists',
  tables: [templateTable],
  pulled: [{ kind: 'checklists.template', table: templateTable, alike: true }],
}
