/** Something found wrong, as the phone keeps it. Moments are ISO 8601 in UTC. */
import type {
  Action,
  ChecklistRef,
  Details,
  PhotoMoment,
  StepTaken,
} from '@/ground/checklists/types'

/** What a later visit saw of an open finding. */
export type Outcome = 'still_there' | 'gone'

/** Pulled: one that is not closed yet. What was noted, and the last look at it, older servers do not tell. */
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
  details?: Details
  timesSeen?: number
  lastSeen?: { outcome: Outcome; at: string; byName: string } | null
}

export interface FindingPhoto {
  sha256: string
  takenAt: string
  moment: PhotoMoment
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
  steps: StepTaken[]
  photos: FindingPhoto[]
}

/** Body of `findings.sighting`. */
export interface SightingBody {
  sightingId: string
  findingId: string
  /** The record it was seen on. */
  origin: { kind: string; id: string }
  outcome: Outcome
  note: string
  seenAt: string
}

/** A sighting made on this phone. */
export interface OwnSighting extends SightingBody {
  id: string
  estate: string
  by: string
  originId: string
}

/** An own sighting, and what it was of as far as this phone knows. */
export interface SightingShown extends OwnSighting {
  of: Pick<Finding, 'item' | 'choice' | 'description' | 'spot'> | null
}

/** A report made on this phone; its id is the finding's. */
export interface OwnReport extends ReportBody {
  id: string
  estate: string
  by: string
  originId: string
}
