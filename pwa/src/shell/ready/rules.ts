/** Whether a phone is fit for a round: what is looked at, and what it takes to say so. Pure. */
import type { Label } from '@/ground/labels/types'
import type { Place, Route } from '@/ground/places/types'

/** checking: not known yet. warn: the round can be walked, but something is worse for it. bad: it cannot. */
export type Outcome = 'checking' | 'ok' | 'warn' | 'bad'

/** One thing looked at: `shell.ready.<name>.<found>` says what was found, with these parameters. */
export interface Check {
  name: string
  outcome: Outcome
  found: string
  params?: Record<string, number>
}

/** Ready only when all was looked at and nothing is bad; what is not known is never taken for good. */
export function verdictOf(checks: readonly Check[]): 'checking' | 'ready' | 'notReady' {
  if (checks.some(({ outcome }) => outcome === 'bad')) return 'notReady'
  return checks.some(({ outcome }) => outcome === 'checking') ? 'checking' : 'ready'
}

/** What this phone holds of an estate. */
export interface Held {
  /** The moment of the last complete pull, ISO 8601; '' before the first. */
  readAt: string
  /** Its settings are here, and with them the windows of rounds without a plan. */
  settings: boolean
  /** The estate asks for a position with each visit. */
  asksPosition: boolean
  places: readonly Place[]
  routes: readonly Route[]
  /** Of these, by id, the routes that the person walks today. */
  walked: ReadonlySet<string>
  labels: readonly Label[]
  /** Types of places for which there is a checklist. */
  checklists: ReadonlySet<string>
}

/** Data older than this may miss what was changed at the desk. */
const OLD_MS = 12 * 3_600_000

/** Answer whether everything is here that the person's rounds of today ask for: routes, their places, checklists, labels. */
export function dataChecks(held: Held, now: Date): Check[] {
  const routes = walkedOf(held)
  const ids = [...new Set(routes.flatMap(({ placeIds }) => placeIds))]
  const known = new Map(held.places.map((place) => [place.id, place]))
  const places = ids.flatMap((id) => known.get(id) ?? [])
  return [
    pulledCheck(held, now),
    count('routes', held.settings ? routes.length : 0, 0),
    count('places', places.length, ids.length - places.length),
    count(
      'checklists',
      places.length,
      places.filter((one) => !held.checklists.has(one.type)).length,
    ),
    labelCheck(held.labels, places),
  ]
}

/** A person without own routes may walk any. */
function walkedOf({ routes, walked }: Held): Route[] {
  const used = routes.filter(({ active, placeIds }) => active && placeIds.length > 0)
  const own = used.filter(({ id }) => walked.has(id))
  return own.length > 0 ? own : used
}

function pulledCheck({ readAt }: Held, now: Date): Check {
  if (!readAt) return { name: 'data', outcome: 'bad', found: 'none' }
  const isOld = now.getTime() - Date.parse(readAt) > OLD_MS
  return { name: 'data', outcome: isOld ? 'warn' : 'ok', found: isOld ? 'old' : 'here' }
}

function count(name: string, n: number, missing: number): Check {
  if (missing > 0) return { name, outcome: 'bad', found: 'some', params: { n: missing } }
  if (n === 0) return { name, outcome: 'bad', found: 'none' }
  return { name, outcome: 'ok', found: 'here', params: { n } }
}

/** A place whose label is still to be hung can be picked from the list; without any label nothing was set up. */
function labelCheck(labels: readonly Label[], places: readonly Place[]): Check {
  const hung = new Set(
    labels.filter(({ state }) => state !== 'revoked').map(({ targetId }) => targetId),
  )
  const n = places.filter(({ id }) => hung.has(id)).length
  if (n === 0) return { name: 'labels', outcome: 'bad', found: 'none' }
  if (n === places.length) return { name: 'labels', outcome: 'ok', found: 'here', params: { n } }
  return { name: 'labels', outcome: 'warn', found: 'some', params: { n: places.length - n } }
}

/** Room for about a day's photos. */
const LEAST_BYTES = 100e6

/** Answer whether the phone has room for a day and will not throw it away; bytes, of which 0 are granted when unknown. */
export function spaceCheck(free: number, granted: number, persistent: boolean): Check {
  const params = { free }
  if (granted > 0 && free < LEAST_BYTES)
    return { name: 'space', outcome: 'bad', found: 'full', params }
  if (!persistent) return { name: 'space', outcome: 'warn', found: 'loose', params }
  return { name: 'space', outcome: 'ok', found: 'kept', params }
}

/** Answer whether the phone may tell where it is; a visit goes on without. `leave`: what the browser says, if it does. */
export function positionCheck(leave: PermissionState | undefined): Check {
  if (leave === 'granted') return { name: 'position', outcome: 'ok', found: 'here' }
  return { name: 'position', outcome: 'warn', found: leave === 'denied' ? 'denied' : 'unasked' }
}
