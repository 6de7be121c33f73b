/** Findings that are open at the place: looked at again, one tap says what became of them. Pure. */
import { freshAnswer } from '@/ground/checklists/rules'
import type { DraftAnswer } from '@/ground/checklists/types'
import type { OpenFinding } from '@/domains/patrols/needs'
import type { Draft, Outcome, SeenAgain } from '@/domains/patrols/types'

type Open = Pick<OpenFinding, 'id' | 'item' | 'choice' | 'description' | 'spot'>

/** What a tap brings with it. */
export interface Tap {
  at: Date
  ms: number
  /** The id that the sighting gets when it is the first of its finding. */
  sightingId: string
}

/**
 * Answer the draft after somebody looked at an open finding again.
 *
 * still_there  its item is abnormal without a second report
 * gone         its item is normal, unless something else of it still stands; the finding stays open until its repair
 *              is verified (`patrol.md` 7)
 *
 * asked  whether the checklist has the finding's item; then it is answered with the same tap
 */
export function seenAgain(
  draft: Draft,
  finding: Open,
  outcome: Outcome,
  { at, ms, sightingId }: Tap,
  asked: boolean,
): Draft {
  const before = draft.seen?.[finding.id]
  const sighting = {
    sightingId: before?.sightingId ?? sightingId,
    outcome,
    seenAt: at.toISOString(),
    item: finding.item,
  }
  const seen = { ...draft.seen, [finding.id]: sighting }
  const answer = answerOf(draft, finding, outcome, { at, ms })
  if (!asked || answer === null) return { ...draft, seen }
  return { ...draft, seen, answers: { ...draft.answers, [finding.item]: answer } }
}

/** Answer what the tap says of the item, or null when the item's answer is about something else. */
function answerOf(
  draft: Draft,
  finding: Open,
  outcome: Outcome,
  given: { at: Date; ms: number },
): DraftAnswer | null {
  const before = draft.answers[finding.item]
  const isNew = before?.result === 'abnormal' && !before.stillThere
  const isOther = before?.stillThere && before.stillThere !== finding.id
  if (isNew || isOther) return null
  if (outcome === 'gone') return { ...freshAnswer('normal', given), methods: before?.methods ?? [] }
  return {
    ...freshAnswer('abnormal', given),
    choice: finding.choice,
    description: finding.description || finding.spot,
    findingId: finding.id,
    stillThere: finding.id,
  }
}

/** Answer what the visit saw again, for the findings domain. */
export function sightingsOf({ id: visitId, seen = {} }: Draft): SeenAgain[] {
  return Object.entries(seen).map(([findingId, { sightingId, outcome, seenAt }]) => ({
    sightingId,
    findingId,
    visitId,
    outcome,
    seenAt,
  }))
}
