/** Visits of a site as the server tells them, and one while it is filled in (`renovation.md` 8). Days are the estate's. */
import type { Answer, ChecklistRef, SheetDraft } from '@/ground/checklists/types'
import type { Photo, Remark, Verdict } from '../types'

export const STAGES = [
  ...(['demolition', 'plumbing_electric', 'waterproofing', 'masonry', 'carpentry'] as const),
  ...(['painting', 'installation', 'cleaning', 'stopped'] as const),
] as const
export type Stage = (typeof STAGES)[number]
export type Outcome = 'visited' | 'nobody' | 'refused_entry'

/** An answer of a site visit: what is wrong is a finding or a notice. */
export type SiteAnswer = Answer & { noticeId: string | null }

/** `frameOf` names the photo of the visit before that shows the same. */
export interface SitePhoto extends Photo {
  item: string | null
  frameOf: string | null
}

/** What was seen of one item of a list. */
export interface Looked {
  result: 'normal' | 'abnormal' | 'na'
  note: string
}
export type LookedAt = Readonly<Record<string, Looked>>

/** Pulled: one visit of a site. */
export interface SiteVisit {
  id: string
  estate: string
  renovationId: string
  serial: string | null
  at: string
  byName: string
  outcome: Outcome
  stage: Stage | null
  note: string
  workersPresent: number
  passesChecked: { passId: string; verdict: Verdict }[]
  photos: SitePhoto[]
  remarksOfOthers: string
  remarks: Remark[]
}

/** How a code came to the phone. */
export interface Scan {
  method: 'camera' | 'link' | 'typed' | 'listed'
  reason: string | null
}

/** A visit while it is filled in: kept at every change, so that a killed page loses nothing. Its id becomes the visit's. */
export interface SiteDraft extends SheetDraft {
  id: string
  estate: string
  by: string
  renovationId: string
  scan: Scan
  code: string | null
  startedAt: string
  checklist: ChecklistRef | null
  outcome: Outcome
  stage: Stage | null
  note: string
  /** Who was there without a pass that was scanned. */
  others: number
  passesChecked: { passId: string; verdict: Verdict }[]
  builtChanges: string[]
  remarksOfOthers: string
  /** By photo: the one of the visit before that shows the same. */
  frames: Record<string, string>
}
