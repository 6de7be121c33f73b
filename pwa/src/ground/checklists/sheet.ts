/** A checklist while it is filled in: what is answered, what is missing, what is sent. Pure. */
import { freshAnswer, gapsOf, type PhotoCount } from '@/ground/checklists/rules'
import type {
  Answer,
  ChecklistItem,
  DraftAnswer,
  FoundItem,
  Gap,
  Result,
  SheetDraft,
  SheetPhoto,
  Template,
} from '@/ground/checklists/types'

export type { SheetDraft } from '@/ground/checklists/types'

/** One item of the sheet. It is whole when it has an answer and lacks nothing. */
export interface SheetRow {
  item: ChecklistItem
  answer: DraftAnswer | null
  gaps: Gap[]
  whole: boolean
}

/** When an answer was given, after how long a look, and the id of what it reports, should it be abnormal. */
export interface Given {
  at: Date
  ms: number
  findingId: string
}

/** Answer the photos of one item, or (null) of the whole; those of a live task stand apart. */
export function photosOf(draft: Pick<SheetDraft, 'photos'>, item: string | null): SheetPhoto[] {
  return draft.photos.filter((photo) => photo.item === item && photo.task === undefined)
}

/** Answer every item of the checklist with what is given and what is missing. */
export function rowsOf(
  draft: SheetDraft,
  template: Pick<Template, 'items'>,
  bareWords: readonly string[],
): SheetRow[] {
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

/** Answer the draft with `result` given to an item; changing the result keeps what was written. */
export function answered<D extends SheetDraft>(
  draft: D,
  item: string,
  result: Result,
  given: Given,
): D {
  const known = draft.answers[item]
  // Whoever answers an item that stood as 仍存在 says something new.
  const before = known?.stillThere ? undefined : known
  const fresh = freshAnswer(result, given)
  const { findingId } = before ?? {}
  const answer: DraftAnswer = {
    ...fresh,
    ...(before && { ...before, result, at: fresh.at, ms: before.ms + given.ms }),
    findingId: result === 'abnormal' ? (findingId ?? given.findingId) : null,
  }
  return { ...draft, answers: { ...draft.answers, [item]: answer } }
}

/** Answer the draft with part of an answer changed. */
export function changed<D extends SheetDraft>(
  draft: D,
  item: string,
  change: Partial<DraftAnswer>,
): D {
  const answer = draft.answers[item]
  if (answer === undefined) return draft
  return { ...draft, answers: { ...draft.answers, [item]: { ...answer, ...change } } }
}

/** Answer the answers as they are sent, in the order of the checklist. */
export function answersOf(
  { answers }: Pick<SheetDraft, 'answers'>,
  template: Pick<Template, 'items'>,
): Answer[] {
  return template.items.flatMap(({ id }) => {
    const answer = answers[id]
    return answer ? [sentAnswer(id, answer)] : []
  })
}

/** Answer the item that a photo is sent with: photos of one that turned out normal still belong to the whole. */
export function itemOfPhoto(
  { item }: Pick<SheetPhoto, 'item'>,
  { answers }: Pick<SheetDraft, 'answers'>,
): string | null {
  return item !== null && answers[item]?.result === 'abnormal' ? item : null
}

/** Answer what was found abnormal, one for each such item; what stood open before is not found again. */
export function foundIn(draft: SheetDraft): FoundItem[] {
  return Object.entries(draft.answers).flatMap(([item, answer]) => {
    if (answer.result !== 'abnormal' || answer.findingId === null || answer.stillThere) return []
    const { findingId, choice, description, spot, action, details, at: foundAt, steps } = answer
    const photos = photosOf(draft, item).map(({ sha256, takenAt, moment, live }) => ({
      ...{ sha256, takenAt, moment, live },
    }))
    const words = { description: description.trim(), spot: spot.trim() }
    const given = { choice, action, foundAt, details, steps: steps ?? [], photos }
    return [{ findingId, item, ...words, ...given }]
  })
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
