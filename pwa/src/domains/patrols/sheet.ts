/** The sheet of one place while it is filled in: what is answered, what is missing, what is sent. Pure. */
import { freshAnswer, gapsOf, type PhotoCount } from '@/ground/checklists/rules'
import type {
  ChecklistItem,
  DraftAnswer,
  Gap,
  Result,
  SheetPhoto,
  Template,
} from '@/ground/checklists/types'
import type { EstateSettings } from '@/ground/estates/types'
import { saysSomething } from '@/domains/patrols/rules'
import type { Answer, Draft, Found, VisitBody } from '@/domains/patrols/types'

/** One item of the sheet. It is whole when it has an answer and lacks nothing. */
export interface SheetRow {
  item: ChecklistItem
  answer: DraftAnswer | null
  gaps: Gap[]
  whole: boolean
}

/** Answer the photos of one item, or (null) of the place as a whole; those of a live task stand apart. */
export function photosOf(draft: Pick<Draft, 'photos'>, item: string | null): SheetPhoto[] {
  return draft.photos.filter((photo) => photo.item === item && photo.task === undefined)
}

/** Answer every item of the checklist with what is given and what is missing. */
export function rowsOf(draft: Draft, template: Template, bareWords: readonly string[]): SheetRow[] {
  return template.items.map((item) => {
    const answer = draft.answers[item.id] ?? null
    if (answer === null) return { item, answer, gaps: [], whole: false }
    const gaps = gapsOf(item, answer, countsOf(photosOf(draft, item.id)), bareWords)
    return { item, answer, gaps, whole: gaps.length === 0 }
  })
}

function countsOf(photos: readonly SheetPhoto[]): PhotoCount {
  const counts: PhotoCount = {}
  for (const { moment } of photos) counts[moment] = (counts[moment] ?? 0) + 1
  return counts
}

/** Answer the next item that is not whole, looking on from `after` and then from the top. */
export function nextMissing(rows: readonly SheetRow[], after?: string): SheetRow | undefined {
  const from = rows.findIndex(({ item }) => item.id === after) + 1
  return [...rows.slice(from), ...rows.slice(0, from)].find(({ whole }) => !whole)
}

/**
 * Answer the draft with `result` given to an item; changing the result keeps what was written.
 *
 * Whoever answers an item that stood as 仍存在 says something new: of what is open it is then not told that it stands.
 */
export function answered(
  draft: Draft,
  item: string,
  result: Result,
  given: { at: Date; ms: number; findingId: string },
): Draft {
  const known = draft.answers[item]
  const before = known?.stillThere ? undefined : known
  const fresh = freshAnswer(result, given)
  const { findingId } = before ?? {}
  const answer: DraftAnswer = {
    ...fresh,
    ...(before && { ...before, result, at: fresh.at, ms: before.ms + given.ms }),
    findingId: result === 'abnormal' ? (findingId ?? given.findingId) : null,
  }
  const answers = { ...draft.answers, [item]: answer }
  return result === 'abnormal'
    ? { ...draft, answers }
    : { ...draft, answers, seen: withoutStanding(draft, item) }
}

function withoutStanding({ seen = {} }: Draft, item: string): NonNullable<Draft['seen']> {
  const stays = ([, one]: [string, NonNullable<Draft['seen']>[string]]) =>
    one.item !== item || one.outcome === 'gone'
  return Object.fromEntries(Object.entries(seen).filter(stays))
}

/** Answer the draft with part of an answer changed. */
export function changed(draft: Draft, item: string, change: Partial<DraftAnswer>): Draft {
  const answer = draft.answers[item]
  if (answer === undefined) return draft
  return { ...draft, answers: { ...draft.answers, [item]: { ...answer, ...change } } }
}

const written = (text: string) => (text.trim() === '' ? null : text.trim())

function sentAnswer(item: string, answer: DraftAnswer): Answer {
  const { result, choice, description, reason, methods, ms, findingId } = answer
  const abnormal = result === 'abnormal'
  const excused = result === 'na' || result === 'not_checked'
  return {
    item,
    result,
    choice: abnormal ? choice : null,
    note: abnormal ? written(description) : result === 'normal' ? written(answer.tell ?? '') : null,
    reason: excused ? written(reason) : null,
    methods,
    ms: Math.round(ms),
    findingId: abnormal ? findingId : null,
  }
}

/** Photos of an item that turned out normal still belong to the place. */
function sentPhotos(draft: Draft): VisitBody['photos'] {
  return draft.photos.map(({ sha256, takenAt, item, live, task }) => {
    const answer = item === null ? undefined : draft.answers[item]
    const shown = { sha256, takenAt, live, item: answer?.result === 'abnormal' ? item : null }
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
    answers: template.items.flatMap(({ id }) => {
      const answer = draft.answers[id]
      return answer ? [sentAnswer(id, answer)] : []
    }),
    observation: draft.observation.trim(),
    photos: sentPhotos(draft),
    position,
    asksTasks: true,
    ...(draft.makeUp && { makeUp: draft.makeUp }),
  }
}

/** Answer what was found abnormal, one for each such item. */
export function foundOf(draft: Draft): Found[] {
  return Object.entries(draft.answers).flatMap(([item, answer]) => {
    if (answer.result !== 'abnormal' || answer.findingId === null || answer.stillThere) return []
    const { findingId, choice, description, spot, action, details, at } = answer
    const { id: visitId, placeId, checklist } = draft
    const photos = photosOf(draft, item).map(({ sha256, takenAt, moment, live }) => ({
      sha256,
      takenAt,
      moment,
      live,
    }))
    return [
      {
        findingId,
        visitId,
        placeId,
        checklist,
        item,
        choice,
        description: description.trim(),
        spot: spot.trim(),
        action,
        foundAt: at,
        details,
        steps: answer.steps ?? [],
        photos,
      },
    ]
  })
}

/** Say whether the visit still needs words of its own (PAT-R03). */
export function needsWords(
  draft: Draft,
  template: Template,
  settings: Pick<EstateSettings, 'bare_normal_words' | 'min_observation_chars'>,
): boolean {
  return !saysSomething(bodyOf(draft, template, new Date(draft.scannedAt)), settings)
}
