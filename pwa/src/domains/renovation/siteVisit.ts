/** A site visit while it is filled in: what is missing, what violations it found, what is sent. Pure. */
import { isBareNormal, isWritten, newestFor } from '@/ground/checklists/rules'
import {
  answersOf,
  itemOfPhoto,
  photosOf,
  rowsOf,
  type SheetDraft,
} from '@/ground/checklists/sheet'
import type { Template } from '@/ground/checklists/types'
import type { VisitSaid } from './said'
import type { Renovation, Verdict, WorkRequest } from './types'
import type { SiteAnswer, SiteDraft, SitePhoto } from './visit/types'

export const SITE_LIST = 'renovation_site'
export const FIRST_LIST = 'renovation_first'

/** Answer a visit just begun; a site that nobody listed a checklist for is visited all the same. */
export function freshDraft(
  of: Pick<SiteDraft, 'id' | 'estate' | 'by' | 'renovationId' | 'scan' | 'code' | 'startedAt'>,
  templates: readonly Template[],
): SiteDraft {
  const template = newestFor(SITE_LIST, templates)
  const { type = '', version = 0, hash = '' } = template ?? {}
  return {
    ...of,
    checklist: template ? { type, version, hash } : null,
    ...{ outcome: 'visited', stage: null, note: '', others: 0, passesChecked: [] },
    ...{ builtChanges: [], remarksOfOthers: '', frames: {}, answers: {}, photos: [] },
  }
}

/** What a visit still lacks, in the order in which it is asked. */
export type VisitLack = 'stage' | 'items' | 'note' | 'bare' | 'photo'

/** Answer the first thing that is missing before the visit can be saved, or null. */
export function visitLack(
  draft: SiteDraft,
  template: Pick<Template, 'items'> | undefined,
  bareWords: readonly string[],
): VisitLack | null {
  const seen = draft.outcome === 'visited'
  if (seen && draft.stage === null) return 'stage'
  if (seen && template && rowsOf(draft, template, bareWords).some(({ whole }) => !whole))
    return 'items'
  if (isBareNormal(draft.note, bareWords)) return 'bare'
  if (!isWritten(draft.note)) return 'note'
  return draft.photos.length === 0 ? 'photo' : null
}

/** Answer how many worked there: those whose pass is good, and those without one. */
export function workersPresent({ passesChecked, others }: SiteDraft): number {
  return passesChecked.length + others
}

/** Answer the draft after a pass was scanned; scanned again, the newest word holds. */
export function checked(draft: SiteDraft, passId: string, verdict: Verdict): SiteDraft {
  const rest = draft.passesChecked.filter((one) => one.passId !== passId)
  return { ...draft, passesChecked: [...rest, { passId, verdict }] }
}

/** Answer the plan changes that nobody approved: whoever finds one built has found a violation (REN-R15). */
export function askableChanges({ requests }: Pick<Renovation, 'requests'>): WorkRequest[] {
  return requests.filter(({ kind, state }) => kind === 'plan_change' && state !== 'approved')
}

/** 与批准方案一致: what a plan change that was built without approval breaks. */
const AS_APPROVED = 'RN-15'

/** Answer the items that are against the rules: each is stopped on the spot and served with a notice (REN-R01). */
export function violationsOf({ outcome, answers, builtChanges }: SiteDraft): string[] {
  if (outcome !== 'visited') return []
  const abnormal = Object.entries(answers)
    .filter(([, { result }]) => result === 'abnormal')
    .map(([item]) => item)
  return [...new Set([...abnormal, ...(builtChanges.length > 0 ? [AS_APPROVED] : [])])]
}

/** Answer the photos that show the violations, as a notice carries them; those of the whole where none does. */
export function violationPhotos(draft: SiteDraft): SitePhoto[] {
  const violations = violationsOf(draft)
  const shown = violations.flatMap((item) => photosOf(draft, item))
  const all = violations.length > 0 && shown.length === 0 ? draft.photos : shown
  return all.map((photo) => sentPhoto(photo, draft))
}

/** Answer the visit as it is sent; `noticeId` names the notice that was served for what is against the rules. */
export function visitOf(
  draft: SiteDraft,
  template: Pick<Template, 'items'> | undefined,
  finishedAt: Date,
  noticeId: string | null,
): VisitSaid {
  const seen = draft.outcome === 'visited'
  const { id: visitId, scan, code, startedAt, outcome, passesChecked, builtChanges } = draft
  return {
    ...{ visitId, scan, code, startedAt, outcome, passesChecked, builtChanges },
    finishedAt: finishedAt.toISOString(),
    stage: seen ? draft.stage : null,
    note: draft.note.trim(),
    workersPresent: workersPresent(draft),
    checklist: seen ? draft.checklist : null,
    answers: seen && template ? siteAnswers(draft, template, noticeId) : [],
    photos: draft.photos.map((photo) => sentPhoto(photo, draft)),
    remarksOfOthers: draft.remarksOfOthers.trim(),
  }
}

/** Answer a sheet's answers as sites keep them: with where exactly it was, for a site has no places. */
export function siteAnswers(
  draft: SheetDraft,
  template: Pick<Template, 'items'>,
  noticeId: string | null,
): SiteAnswer[] {
  return answersOf(draft, template).map((answer) => {
    const abnormal = answer.result === 'abnormal'
    const spot = abnormal ? (draft.answers[answer.item]?.spot.trim() ?? '') : ''
    const words = [answer.note ?? '', spot].filter((text) => text !== '').join(' · ')
    return {
      ...{ ...answer, note: words || null },
      noticeId: abnormal ? noticeId : null,
    }
  })
}

function sentPhoto(photo: SheetDraft['photos'][number], draft: SiteDraft): SitePhoto {
  const { sha256, takenAt, live } = photo
  const frameOf = draft.frames[sha256] ?? null
  return { sha256, takenAt, live, item: itemOfPhoto(photo, draft), frameOf }
}
