import type { Pulled, TableSpec } from '@/core/domain'

import type { Department, PulledColleague } from './types'

export const colleagueTable: TableSpec<Pulled<PulledColleague>> = {
  name: 'colleagues',
  indexes: { 1: 'id, estate' },
}

export const departmentTable: TableSpec<Pulled<Department>> = {
  name: 'departments',
  indexes: { 4: 'id, estate' },
}
