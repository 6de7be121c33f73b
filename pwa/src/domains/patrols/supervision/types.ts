/** A supervisor's own round on the phone (`patrol.md` 8). */
import type { SheetPhoto } from '@/ground/checklists/types'
import type { Scan } from '@/domains/patrols/types'
import type { Doing, Service } from '@/domains/patrols/signing/types'

export const DOINGS = ['supervise', 'follow', 'order', 'recheck'] as const
export const SERVICES = ['security', 'engineering', 'environment'] as const

export type LookPhotoTaken = Omit<SheetPhoto, 'item' | 'task'>

/** A look as it is being written. */
export interface LookForm {
  act: Doing
  service: Service | null
  observation: string
  photos: LookPhotoTaken[]
  /** What is followed up, ordered rectified or rechecked; NEW_FINDING: something not reported yet. */
  findingId: string
  /** Of something new: what of the checklists it is, and where exactly. */
  item: string
  spot: string
  /** Of an order: who rectifies it, by when. */
  dept: string | null
  dueOn: string
  /** Of a recheck: whether it is right now. */
  outcome: 'right' | 'not_right' | null
}

/** Names a finding that the look itself reports. */
export const NEW_FINDING = 'new'

/** Where the supervisor stands, and how that was proved. */
export interface Stand {
  placeId: string
  label: string | null
  scan: Scan
  seenAt: string
}
