/** Which routes a person walks today, for whoever gets a phone ready for them or hangs their labels. */
import { corrected } from '@/core/clock'
import { dayOf } from '@/ground/calendar/rules'
import { readGround, type Ground } from '@/domains/patrols/repo'
import { handedTo, isGivenTo } from '@/domains/patrols/walkers'

/** Answer the ids of the routes that are a person's today: by their plans, and of rounds that were handed over. */
export async function routesWalked(estate: string, by: string): Promise<ReadonlySet<string>> {
  const ground = await readGround(estate, by)
  return new Set(ground ? walkedIn(ground, by, dayOf(corrected(), ground.estate.timezone)) : [])
}

function walkedIn({ routes, plans, pages }: Ground, by: string, today: string): string[] {
  const own = routes.filter((route) => isGivenTo(by, route, plans, today))
  const handed = pages.filter((page) => page.date === today && handedTo(page.acts) === by)
  return [...own.map(({ id }) => id), ...handed.flatMap(({ routeId }) => routeId ?? [])]
}
