/** A page of the patrol book put together: its places in walking order, what was done to it. Pure. */
import type { Ground } from '@/domains/patrols/repo'
import type { OutboxItem } from '@/core/outbox/types'
import { askedOn } from '@/domains/patrols/signing/asked'
import { standing } from '@/domains/patrols/signing/standing'
import type {
  Act,
  Page,
  PagePlace,
  PageVisit,
  PulledPage,
  SeenItem,
} from '@/domains/patrols/signing/types'
import type { RoundKey, VisitSummary } from '@/domains/patrols/types'

interface Around {
  ground: Pick<Ground, 'routes' | 'places' | 'placesOf'>
  /** Its visits, as the server told them in short. */
  told: readonly VisitSummary[]
  pulled: PulledPage | undefined
  items: readonly OutboxItem[]
}

/** Answer the page; `visits` oldest first, `acts` in the order of the book. */
export function pageOf(
  id: string,
  round: RoundKey | null,
  visits: readonly PageVisit[],
  acts: Act[],
  { ground, told, pulled, items }: Around,
): Page {
  const route = ground.routes.find((one) => one.id === round?.routeId)
  const { serial, dueAt = null, visitIds = [] } = pulled ?? {}
  return {
    id,
    round,
    routeName: route?.name ?? '',
    date: dateOf(round, pulled, told[0]),
    serial: serial ?? told[0]?.serial ?? null,
    dueAt,
    places: placesOf(askedOn(round, route, ground.placesOf), visits, acts, ground),
    visitIds: [...new Set([...visitIds, ...visits.map((visit) => visit.id)])],
    acts,
    refused: refusedOf(items),
    supervision: acts.some(({ act }) => act === 'supervise'),
  }
}

const dateOf = (...known: ({ date: string } | null | undefined)[]) =>
  known.find((one) => one)?.date ?? ''

/** The places asked for in walking order, and those visited beside them. */
function placesOf(
  onRoute: readonly string[],
  visits: readonly PageVisit[],
  acts: readonly Act[],
  { places: known, placesOf: varied }: Around['ground'],
): PagePlace[] {
  const { finish, skips, makeUps } = standing(acts, [])
  const ended = new Map(
    (finish?.detail.unvisited ?? []).map(({ placeId, reason }) => [placeId, reason]),
  )
  const saidOf = (said: readonly Act[], placeId: string) =>
    said.findLast(({ detail }) => detail.places?.some((one) => one.placeId === placeId)) ?? null
  return [...new Set([...onRoute, ...visits.map(({ placeId }) => placeId)])].flatMap((placeId) => {
    const here = visits.filter((visit) => visit.placeId === placeId)
    const skip = saidOf(skips, placeId)
    const reason = skip?.note ?? ended.get(placeId) ?? null
    // What was ended with neither was not asked for, though the phone may no longer know why.
    if (varied && finish && here.length === 0 && reason === null) return []
    const name = known.get(placeId)?.name ?? here[0]?.placeName ?? ''
    const makeUp = saidOf(makeUps, placeId)
    return [{ placeId, name, visits: here, reason, skipped: skip !== null, makeUp }]
  })
}

/** The newest of one's acts, if it is the one that was refused. */
function refusedOf(items: readonly OutboxItem[]): Page['refused'] {
  const last = items.at(-1)
  if (last?.state !== 'refused') return null
  return { code: last.answer?.code ?? '', params: last.answer?.params ?? {} }
}

/** Answer the visits on a page, in the order of its places. */
export function visitsOn({ places }: Pick<Page, 'places'>): PageVisit[] {
  return places.flatMap(({ visits }) => visits)
}

/** Answer what a signature under the page names: its visits, and the end that holds. */
export function seenOn(page: Page): SeenItem[] {
  const { finish } = standing(page.acts, page.visitIds)
  return [...visitsOn(page), ...(finish ? [finish] : [])].flatMap(({ id, sha256 }) =>
    sha256 ? [{ id, sha256 }] : [],
  )
}

/** Answer the places that were neither visited, nor wholly checked. */
export function unwholePlaces({ places }: Pick<Page, 'places'>): PagePlace[] {
  return places.filter(({ visits }) => !visits.some(({ whole }) => whole))
}

/** Answer those of them that whoever ends the round has to explain: a place that was skipped is explained. */
export function openPlaces(page: Pick<Page, 'places'>): PagePlace[] {
  return unwholePlaces(page).filter(({ skipped }) => !skipped)
}
