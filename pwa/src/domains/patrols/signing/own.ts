/** Acts of this person that the server has not told of yet: they hold on this phone at once. */
import { corrected } from '@/core/clock'
import type { OutboxItem } from '@/core/outbox/types'
import { itemHash } from '@/core/sync/hash'
import { askedOn } from '@/domains/patrols/signing/asked'
import type { Act, ActName, Look, PulledPage } from '@/domains/patrols/signing/types'
import type { PlacesOf, RoundKey } from '@/domains/patrols/types'
import type { Estate } from '@/ground/estates/types'
import type { Place, Route } from '@/ground/places/types'

interface Known {
  estate: Estate
  routes: readonly Route[]
  places: ReadonlyMap<string, Place>
  placesOf?: PlacesOf | undefined
}

export type Names = ReadonlyMap<string, string>

/** Answer the ground with these acts on its pages, oldest last as the book has them. */
export async function withOwn<G extends Known & { pages: PulledPage[] }>(
  ground: G,
  items: readonly OutboxItem[],
): Promise<G> {
  const pages = new Map(ground.pages.map((page) => [page.id, page]))
  for (const item of items) {
    const page = pages.get(item.about) ?? blankPage(item)
    if (page.acts.some(({ id }) => id === item.id)) continue
    const acts = [...page.acts, await actOf(item, new Map(), ground)]
    pages.set(page.id, { ...page, acts })
  }
  return { ...ground, pages: [...pages.values()] }
}

function blankPage({ about: id, estate, body }: OutboxItem): PulledPage {
  const { round } = body as Body
  const { routeId = null, number = null, date = '' } = round ?? {}
  const none = { serial: null, dueAt: null, acts: [], visits: [], visitIds: [] }
  return { ...none, id, estate, routeId, number, date }
}

/** What the bodies of all acts may hold. */
interface Body {
  signer?: string
  means?: Act['means']
  seen?: { id: string }[]
  strokes?: Act['strokes']
  unvisited?: Act['detail']['unvisited']
  toId?: string
  placeIds?: string[]
  round?: RoundKey | null
  lateReason?: string | null
  remark?: string
  reason?: string
  observation?: string
  placeId?: string
  photos?: { sha256: string }[]
  act?: Look['act']
  service?: Look['service']
  findingId?: string | null
}

/** Answer an act as the server will tell it, as far as this phone knows. */
export async function actOf(item: OutboxItem, names: Names, ground: Known): Promise<Act> {
  const act = item.kind.slice('patrols.'.length) as ActName
  const { signer = item.by, means = null, seen = [], strokes = null, ...body } = item.body as Body
  return {
    id: item.id,
    act,
    signerId: signer,
    signerName: names.get(signer) ?? '',
    at: corrected(new Date(item.recordedAt)).toISOString(),
    means,
    note: [body.lateReason, body.remark, body.reason, body.observation].find(Boolean) ?? null,
    detail: detailOf(act, body, names, ground),
    seen: seen.map(({ id }) => id),
    strokes,
    sha256: SEEN.includes(act) ? await itemHash(item) : null,
    pending: item.state === 'waiting',
  }
}

/** Acts that signatures name. */
const SEEN: readonly ActName[] = ['finish', 'supervise']

/** What the server will answer to the act, as far as this phone knows. */
function detailOf(act: ActName, body: Body, names: Names, ground: Known): Act['detail'] {
  const { toId, placeIds, round, unvisited = [] } = body
  const policy = ground.estate.settings.patrol_sign_policy ?? 'both'
  if (act === 'finish') return { policy, unvisited }
  if (act === 'supervise') return lookOf(body, ground)
  if (toId !== undefined) return { toId, toName: names.get(toId) ?? '' }
  if (placeIds === undefined) return {}
  const route = ground.routes.find(({ id }) => id === round?.routeId)
  const whole = placeIds.length === 0
  const places = (whole ? askedOn(round ?? null, route, ground.placesOf) : placeIds).map(
    (placeId) => ({
      placeId,
      name: ground.places.get(placeId)?.name ?? '',
    }),
  )
  return { whole, places }
}

function lookOf({ placeId = '', act, service, photos = [], findingId }: Body, { places }: Known) {
  return {
    placeId,
    name: places.get(placeId)?.name ?? '',
    ...(act && { act }),
    ...(service && { service }),
    photos: photos.map(({ sha256 }) => sha256),
    findingId: findingId ?? null,
  }
}
