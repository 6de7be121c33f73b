import type { TableSpec } from '@/core/domain'
import type { SealingKey } from '@/core/sealing'

/** The newest head of an estate's chain that this device has seen; the server compares it (`protocol.md` 5). */
export interface SeenHead {
  entry: number
  hash: string
}

/** This installation of the app on this phone: one row. */
export interface Device {
  id: 'this'
  deviceId: string
  name: string
  /** Highest `seq` made. */
  lastSeq: number
  /** Server's time minus the phone's at the last contact. */
  offsetMs: number
  /** The phone's time of the last contact, ISO 8601; empty before the first. */
  contactAt: string
  /** Which life of the server's database this phone knows; another one means it was restored. */
  epoch: string
  /** What rescue files and PINs are sealed for, and when it was asked for; none before the first contact. */
  rescueKey?: SealingKey
  rescueKeyAt?: string
}

export const deviceTable: TableSpec<Device> = { name: 'device', indexes: { 1: 'id' } }
