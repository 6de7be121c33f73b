/** Vacant units: who is checked this week, the check itself, the building as it stands, and what the office files. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { bringNeeds } from '@/domains/vacancy/needs'
import { checkDraftTable, vacantCheckTable, vacantUnitTable } from '@/domains/vacancy/table'

export { joinNeedsBy, type Needs } from '@/domains/vacancy/needs'

const withNeeds = <T>(load: () => Promise<T>) =>
  officePage(async () => {
    await bringNeeds()
    return load()
  })

export const vacancy: Room = {
  name: 'vacancy',
  tables: [vacantUnitTable, vacantCheckTable, checkDraftTable],
  pulled: [
    { kind: 'vacancy.unit', table: vacantUnitTable },
    { kind: 'vacancy.check', table: vacantCheckTable },
  ],
  todo: withNeeds(() => import('@/domains/vacancy/todo/todos')),
  later: { under: ['/vacancy'], load: withNeeds(() => import('@/domains/vacancy/pages')) },
  entrances: [
    {
      ...{
        path: '/vacancy',
        icon: 'door',
        title: 'vacancy.tab',
        note: 'vacancy.nav',
        rail: 'vacancy',
      },
      roles: ['steward', 'supervisor', 'manager', 'office_manager'],
      scans: { kinds: ['unit'], path: '/vacancy/scan' },
    },
    // They know only papers: the plan that is approved, the fees that are due.
    { path: '/vacancy/office', icon: 'door', title: 'vacancy.tab', roles: ['gm', 'finance'] },
  ],
}
