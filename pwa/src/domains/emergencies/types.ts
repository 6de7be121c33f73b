/** A home entered in an emergency (紧急进入记录, PAT-N4), as the phone keeps it. Moments are ISO 8601 in UTC. */

export interface EntryPhoto {
  sha256: string
  takenAt: string
  live: boolean
}

/** Somebody who was there; without an id nobody of the staff. */
export interface Present {
  personId: string | null
  name: string
}

export interface Remark {
  code: string
  params: Record<string, unknown>
}

/** Body of `emergencies.enter`. */
export interface EnterBody {
  entryId: string
  /** What was seen from outside. */
  findingId: string | null
  unit: string
  reason: string
  authorisedBy: string
  authorisedAt: string
  present: Present[]
  enteredAt: string
  photos: EntryPhoto[]
}

/** Body of `emergencies.leave`. */
export interface LeaveBody {
  entryId: string
  leftAt: string
  done: string
  resident: { who: string; at: string } | null
  /** Why the household was not told. */
  notTold: string
  photos: EntryPhoto[]
}

/** How everybody came out again. */
export interface Left {
  at: string
  done: string
  toldWho: string | null
  toldAt: string | null
  notTold: string
  photos: EntryPhoto[]
  remarks: Remark[]
  byName: string
}

/** Pulled: one that is not over, or was within 30 days. */
export interface Entry {
  id: string
  estate: string
  serial: string | null
  findingId: string | null
  unit: string
  reason: string
  authoriserId: string
  authoriserName: string | null
  authorisedAt: string
  present: Present[]
  enteredAt: string
  byId: string
  byName: string
  photos: EntryPhoto[]
  /** A reason, a manager's authority, two people: a key may be lent upon it (PAT-N5). */
  stands: boolean
  remarks: Remark[]
  left: Left | null
  /** Kept on this phone, not told by the server yet. */
  waits?: boolean
}
