/** Something found wrong, as the phone keeps it. Moments are ISO 8601 in UTC. */
import type { Action, ChecklistRef, Details } from '@/ground/checklists/types'

/** Pulled: one that is not closed yet. */
export interface Finding {
  id: string
  estate: string
  placeId: string
  item: string
  choice: string | null
  description: string
  spot: string
  state: string
  foundAt: string
  byName: string
  serial: string | null
  priority: string
}

export interface FindingPhoto {
  sha256: string
  takenAt: string
  moment: 'before' | 'after'
  live: boolean
}

/** Body of `findings.report`. */
export interface ReportBody {
  findingId: string
  /** The record it was found on. */
  origin: { kind: string; id: string }
  placeId: string
  checklist: ChecklistRef
  item: string
  choice: string | null
  description: string
  spot: string
  action: Action | null
  foundAt: string
  details: Details
  photos: FindingPhoto[]
}

/** A report made on this phone; its id is the finding's. */
export interface OwnReport extends ReportBody {
  id: string
  estate: string
  by: string
  originId: string
}
