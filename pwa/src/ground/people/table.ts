import type { Pulled, TableSpec } from '@/core/domain'

import type { PulledColleague } from './types'

export const colleagueTable: TableSpec<Pulled<PulledColleague>> = {
  name: 'colleagues',
  indexes: { 1: 'id, estate' },
}
