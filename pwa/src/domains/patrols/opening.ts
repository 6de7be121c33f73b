/** Opening the sheet of a place: the one begun before, or a fresh one. */
import { corrected, now } from '@/core/clock'
import { newId } from '@/core/ids'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { newestFor } from '@/ground/checklists/rules'
import type { Place } from '@/ground/places/types'
import { handOver } from '@/domains/patrols/fresh'
import { keepDraft, templatesFor, type Ground } from '@/domains/patrols/repo'
import { roundOfPlace } from '@/domains/patrols/scanning'
import type { Draft, RoundKey, Scan } from '@/domains/patrols/types'

/** How a place was named. */
export interface Named {
  place: Place
  label: string | null
  hangs: boolean
  scan: Scan
}

function roundKeyOf({ place }: Named, ground: Ground, by: string, moment: Date): RoundKey | null {
  const { estate, routes, plans } = ground
  const today = dayOf(moment, estate.timezone)
  const days = [dayAfter(today, -1), today]
  const round = roundOfPlace(place.id, moment, days, by, routes, plans, estate)
  return round ? { routeId: round.routeId, date: round.date, number: round.number } : null
}

/** Few scans need it: it is not loaded before. */
async function asked(place: Place, ground: Ground, pageId: string | null) {
  const { askedFor } = await import('@/domains/patrols/signing/makeUps')
  return askedFor(place.id, ground, pageId)
}

const sameRound = (a: RoundKey | null, b: RoundKey | null) =>
  a?.routeId === b?.routeId && a?.date === b?.date && a?.number === b?.number

/**
 * Answer the id of the sheet for a place: one begun in this round is taken up again, with its first scan.
 *
 * madeUp  the page whose missed places are being made up (补检); without one, a scan outside every round looks for it
 *
 * Answers null when no checklist is asked for at such a place.
 */
export async function openSheet(
  named: Named,
  ground: Ground,
  by: string,
  madeUp: string | null = null,
): Promise<string | null> {
  const { place, label, hangs, scan } = named
  const moment = now()
  // A phone set to another day still walks today's round.
  const planned = roundKeyOf(named, ground, by, corrected(moment))
  const missed = planned === null || madeUp ? await asked(place, ground, madeUp) : null
  const round = missed?.round ?? planned
  const begun = ground.drafts.find(
    (draft) => draft.placeId === place.id && sameRound(draft.round, round),
  )
  if (begun) return begun.id
  const template = newestFor(place.type, await templatesFor(place.type))
  if (template === undefined) return null
  const { type, version, hash } = template
  const draft: Draft = {
    id: newId(),
    estate: ground.estate.id,
    by,
    placeId: place.id,
    round,
    label,
    hangs,
    scan,
    scannedAt: moment.toISOString(),
    checklist: { type, version, hash },
    answers: {},
    observation: '',
    photos: [],
    position: null,
    ...(missed && { makeUp: missed.act.id }),
  }
  const kept = keepDraft(draft)
  // Whether it was kept is told on the page.
  kept.catch(() => undefined)
  handOver({ draft, template, kept })
  return draft.id
}
