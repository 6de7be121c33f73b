/** The sheet of one place while it is filled in: what is answered, what is missing, what is sent. Pure. */
import {
  answered as answerGiven,
  answersOf,
  foundIn,
  itemOfPhoto,
  type Given,
} from '@/ground/checklists/sheet'
import type { Result, Template } from '@/ground/checklists/types'
import type { EstateSettings } from '@/ground/estates/types'
import { saysSomething } from '@/domains/patrols/rules'
import type { Draft, Found, VisitBody } from '@/domains/patrols/types'

/**
 * Answer the draft with `result` given to an item; changing the result keeps what was written.
 *
 * Whoever answers an item that stood as 仍存在 says something new: of what is open it is then not told that it stands.
 */
export function answered(draft: Draft, item: string, result: Result, given: Given): Draft {
  const next = answerGiven(draft, item, result, given)
  return result === 'abnormal' ? next : { ...next, seen: withoutStanding(draft, item) }
}

function withoutStanding({ seen = {} }: Draft, item: string): NonNullable<Draft['seen']> {
  const stays = ([, one]: [string, NonNullable<Draft['seen']>[string]]) =>
    one.item !== item || one.outcome === 'gone'
  return Object.fromEntries(Object.entries(seen).filter(stays))
}

function sentPhotos(draft: Draft): VisitBody['photos'] {
  return draft.photos.map((photo) => {
    const { sha256, takenAt, live, task } = photo
    const shown = { sha256, takenAt, live, item: itemOfPhoto(photo, draft) }
    return task === undefined ? shown : { ...shown, task }
  })
}

/** Answer the visit as it is sent, its answers in the order of the checklist. */
export function bodyOf(draft: Draft, template: Template, finishedAt: Date): VisitBody {
  const { placeId, round, label, scan, scannedAt, checklist, position } = draft
  return {
    visitId: draft.id,
    placeId,
    round,
    label,
    scan: { method: scan.method, reason: scan.reason },
    scannedAt,
    finishedAt: finishedAt.toISOString(),
    checklist,
    answers: answersOf(draft, template),
    observation: draft.observation.trim(),
    photos: sentPhotos(draft),
    position,
    asksTasks: true,
    ...(draft.makeUp && { makeUp: draft.makeUp }),
  }
}

/** Answer what was found abnormal, one for each such item. */
export function foundOf(draft: Draft): Found[] {
  const { id: visitId, placeId, checklist } = draft
  return foundIn(draft).map((found) => ({ ...found, visitId, placeId, checklist }))
}

/** Say whether the visit still needs words of its own (PAT-R03). */
export function needsWords(
  draft: Draft,
  template: Template,
  settings: Pick<EstateSettings, 'bare_normal_words' | 'min_observation_chars'>,
): boolean {
  return !saysSomething(bodyOf(draft, template, new Date(draft.scannedAt)), settings)
}
