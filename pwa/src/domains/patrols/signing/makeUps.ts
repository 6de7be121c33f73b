/** Make-up checks (补检): rounds that were missed and can be made up, and places that somebody asked to be made up. */
import { corrected } from '@/core/clock'
import { outboxTable } from '@/core/outbox/table'
import { useLive, useStore } from '@/core/store/use'
import { dayAfter, dayOf } from '@/ground/calendar/rules'
import { madeUpUntil, wayAt } from '@/domains/patrols/leftOut'
import { asking, readGround, type Ground } from '@/domains/patrols/repo'
import { roundsOn } from '@/domains/patrols/rules'
import { unwholePlaces } from '@/domains/patrols/signing/page'
import { DAYS_BACK, readPageOn } from '@/domains/patrols/signing/read'
import { standing } from '@/domains/patrols/signing/standing'
import type { Act, Page } from '@/domains/patrols/signing/types'
import type { Round, RoundKey } from '@/domains/patrols/types'
import { routesOf } from '@/domains/patrols/use'

/** A round with places that were missed, and until when they can be made up. */
export interface MissedRound {
  page: Page
  /** Places neither visited nor skipped. */
  count: number
  /** Somebody asked for them to be made up. */
  asked: boolean
  until: Date
}

function missedOn(day: string, ground: Ground, by: string): { round: Round; until: Date }[] {
  const { estate, plans } = ground
  const until = madeUpUntil(day, estate)
  return routesOf(ground, by, day)
    .flatMap(({ id }) => roundsOn(day, id, plansOf(plans, id), estate))
    .filter((round) => wayAt(corrected(), round, estate.settings.late_minutes, until) === 'make_up')
    .map((round) => ({ round, until }))
}

const plansOf = (plans: Ground['plans'], route: string) =>
  plans.filter(({ routeId }) => routeId === route)

/** Answer the rounds of the last days that this person missed, oldest first. */
async function readMissed(): Promise<MissedRound[]> {
  const who = asking()
  const ground = who && (await readGround(who.estate, who.by))
  if (!who || !ground) return []
  const today = dayOf(corrected(), ground.estate.timezone)
  const over = DAYS_BACK.flatMap((back) => missedOn(dayAfter(today, -back), ground, who.by))
  const found = await Promise.all(
    over.map(async ({ round, until }) => missedRound(await readPageOn(ground, round.id), until)),
  )
  return found.filter((one) => one !== null).sort((a, b) => (a.page.date < b.page.date ? -1 : 1))
}

function missedRound(page: Page | null, until: Date): MissedRound | null {
  if (!page || standing(page.acts, page.visitIds).void) return null
  const missed = unwholePlaces(page).filter(({ skipped }) => !skipped)
  if (missed.length === 0) return null
  return { page, count: missed.length, asked: missed.some(({ makeUp }) => makeUp), until }
}

/** Answer them, kept up to date with the phone's store. */
export const useMissed = () => useLive(readMissed, [])

/** A place that somebody asked to be made up: on which round, by which act. */
export interface AskedFor {
  round: RoundKey
  act: Act
}

/**
 * Answer where a place is to be made up, or null: on the page that was opened for it, else on any of the last days.
 */
export async function askedFor(
  placeId: string,
  ground: Ground,
  pageId: string | null,
): Promise<AskedFor | null> {
  for (const id of pageId ? [pageId] : await pagesAsked(ground)) {
    const page = await readPageOn(ground, id)
    const place = page && unwholePlaces(page).find((one) => one.placeId === placeId)
    if (place?.makeUp && page?.round && corrected() <= madeUpUntil(page.date, ground.estate))
      return { round: page.round, act: place.makeUp }
  }
  return null
}

/** Pages on which somebody asked for it: as told, or asked for here and not sent yet. */
async function pagesAsked({ pages }: Ground): Promise<string[]> {
  const told = pages.filter(({ acts }) => acts.some(({ act }) => act === 'make_up'))
  const items = await useStore().rows(outboxTable).toArray()
  const own = items.filter(({ kind, by }) => kind === 'patrols.make_up' && by === asking()?.by)
  return [...new Set([...told.map(({ id }) => id), ...own.map(({ about }) => about)])]
}
