/** What is found wrong at a unit besides its notice: findings (`renovation.md` 6 to 8). Pure. */
import { newestFor } from '@/ground/checklists/rules'
import { foundIn } from '@/ground/checklists/sheet'
import type { Details, Template } from '@/ground/checklists/types'
import type { Found } from './needs'
import type { CheckAnswer } from './said'
import type { Photo, Renovation } from './types'
import type { SiteDraft } from './visit/types'

type At = Pick<Renovation, 'unitId' | 'unitName'>
const NO_DETAILS: Details = { unit: null, plate: null, number: null, expiry: null, reading: null }

/** A thing seen to be wrong, in words. */
export interface Seen extends Pick<Found, 'findingId' | 'item' | 'origin' | 'description'> {
  choice: string
  at: Date
  photos: readonly Photo[]
}

/** Answer a finding of what was seen at a unit; none where the checklist that names the item is not known. */
export function foundAt(
  { unitId, unitName }: At,
  list: string,
  templates: readonly Template[],
  seen: readonly Seen[],
): Found[] {
  const template = newestFor(list, templates)
  if (!template) return []
  const { type, version, hash } = template
  return seen.map(({ at, photos, ...told }) => ({
    ...told,
    ...{ placeId: unitId, spot: unitName, action: 'reported', foundAt: at.toISOString() },
    ...{ checklist: { type, version, hash }, details: NO_DETAILS, steps: [] },
    photos: photos.map((photo) => ({ ...photo, moment: 'before' })),
  }))
}

/** Answer a finding for each item of a site visit that is against the rules; grave ones begin as major (REN-R05). */
export function foundOn(draft: SiteDraft, { unitId: placeId }: At): Found[] {
  const { id, checklist, outcome } = draft
  if (checklist === null || outcome !== 'visited') return []
  const origin = { kind: 'renovation.visit', id }
  return foundIn(draft).map((found) => ({ ...found, origin, placeId, checklist }))
}

/** Answer what the joint check found damaged: findings for the developer (`renovation.md` 7). */
export function damagedIn(
  { id, ...at }: At & Pick<Renovation, 'id'>,
  { answers, photos }: { answers: readonly CheckAnswer[]; photos: readonly Photo[] },
  of: { list: string; templates: readonly Template[]; now: Date },
): Found[] {
  const origin = { kind: 'renovation.case', id }
  const seen = answers.flatMap(({ item, note: description, findingId }) =>
    findingId === null
      ? []
      : [{ findingId, item, description, origin, choice: 'other', at: of.now, photos }],
  )
  return foundAt(at, of.list, of.templates, seen)
}
