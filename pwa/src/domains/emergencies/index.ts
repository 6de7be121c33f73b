/** Emergency entries: a home is entered, on whose authority, by whom, and what the household was told. */
import type { Room } from '@/core/domain'
import { officePage } from '@/core/text'
import { entryTable } from '@/domains/emergencies/table'

/** Load who knows which homes were entered. */
export const loadEntries = () => import('@/domains/emergencies/repo')

export const emergencies: Room = {
  name: 'emergencies',
  tables: [entryTable],
  pulled: [{ kind: 'emergencies.entry', table: entryTable }],
  later: { under: ['/emergencies'], load: officePage(() => import('@/domains/emergencies/pages')) },
  entrances: [{ path: '/emergencies', icon: 'door', title: 'emergencies.title' }],
}
