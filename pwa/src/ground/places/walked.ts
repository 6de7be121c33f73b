/** Which routes are a person's own today. A domain that plans rounds says so; the shell joins it. */
import { useStore } from '@/core/store/use'
import { routeTable } from '@/ground/places/table'

/** Answers the ids of the routes that a person walks today in an estate. */
export type RoutesWalked = (estate: string, by: string) => Promise<ReadonlySet<string>>

let joining: (() => Promise<RoutesWalked>) | undefined

/** Say how to load who knows of plans; the shell does it once, a test for itself. */
export function joinWalkedBy(load: () => Promise<RoutesWalked>): void {
  joining = load
}

/** Answer the ids of the routes that `by` walks today; where nobody plans, those that `by` is responsible for. */
export async function routesWalked(estate: string, by: string): Promise<ReadonlySet<string>> {
  // Wrapped, or a live query would lose track of what it reads next.
  const planned = await Promise.resolve(joining?.())
  return planned ? planned(estate, by) : routesInCharge(estate, by)
}

async function routesInCharge(estate: string, by: string): Promise<ReadonlySet<string>> {
  const routes = await useStore().rows(routeTable).where({ estate }).toArray()
  return new Set(routes.filter(({ stewardId }) => stewardId === by).map(({ id }) => id))
}
