/** The tables that core itself keeps; rooms bring their own. */
import { deviceTable } from '@/core/device/table'
import type { TableSpec } from '@/core/domain'
import { outboxTable } from '@/core/outbox/table'
import { aheadTable, photoBytesTable, photoTable } from '@/core/photos/table'
import { leavingTable, makerTable, sessionTable } from '@/core/session/table'
import { trialTable } from '@/core/store/room'
import { feedTable } from '@/core/sync/table'

export const coreTables: TableSpec<unknown>[] = [
  aheadTable,
  deviceTable,
  feedTable,
  leavingTable,
  makerTable,
  outboxTable,
  photoBytesTable,
  photoTable,
  sessionTable,
  trialTable,
]
