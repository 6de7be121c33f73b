/** Reading labels and routes from the phone's store, and keeping what was hung. */
import { now } from '@/core/clock'
import { keep, type NewItem } from '@/core/outbox/outbox'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'
import { claimed, decideClaim, decideHang, rowsAfter } from '@/ground/labels/rules'
import { labelTable } from '@/ground/labels/table'
import type { Label } from '@/ground/labels/types'
import { placeTable, routeTable } from '@/ground/places/table'
import type { Place, Route } from '@/ground/places/types'
import { routesWalked } from '@/ground/places/walked'

/** What label mode and the office's pages work on. */
export interface Held {
  estate: string
  /** The phone has heard of the estate: without that, nothing held does not mean that there is nothing. */
  pulled: boolean
  /** Routes in use that lead somewhere. */
  routes: Route[]
  places: Map<string, Place>
  /** Every label on this phone, of all estates, by code. */
  labels: Map<string, Label>
}

/** Answer what the phone holds of the estate on the screen; null when nobody is signed in. */
export async function readHeld(): Promise<Held | null> {
  const estate = useSession().estate.value?.id
  if (!estate) return null
  const { rows, snapshot } = useStore()
  return snapshot([feedTable, routeTable, placeTable, labelTable], async () => {
    const [feed, routes, places, labels] = await Promise.all([
      rows(feedTable).get(estate),
      rows(routeTable).where({ estate }).toArray(),
      rows(placeTable).where({ estate }).toArray(),
      rows(labelTable).toArray(),
    ])
    return {
      estate,
      pulled: feed !== undefined,
      routes: routes.filter(({ active, placeIds }) => active && placeIds.length > 0),
      places: new Map(places.map((place) => [place.id, place])),
      labels: new Map(labels.map((label) => [label.code, label])),
    }
  })
}

/** What label mode walks by. */
export interface Walk extends Held {
  /** Ids of the routes that the person walks today. */
  walked: ReadonlySet<string>
}

/** Answer what `readHeld` does, and which of its routes are the person's today. */
export async function readWalk(): Promise<Walk | null> {
  const by = useSession().me.value?.id ?? ''
  const held = await readHeld()
  return held && { ...held, walked: await routesWalked(held.estate, by) }
}

/** Answer the item that says: this label was scanned where it hangs, at `hungAt`. */
export function hangItem(code: string, place: Pick<Place, 'id' | 'name'>, hungAt: string): NewItem {
  const body = { code, placeId: place.id, hungAt }
  return { kind: 'labels.hang', v: 1, about: place.id, body, title: { placeName: place.name } }
}

/**
 * Keep that a label was hung at its place; the phone goes on as if the server had answered.
 *
 * Answers how many older labels gave way, or null when it may not hang there. Rejects with NotKept.
 */
export async function hang(label: Label, place: Place): Promise<number | null> {
  const at = now().toISOString()
  const decision = decideHang(label.code, place.id, await labelsOf(place, label))
  if (!decision.ok || !decision.hangs) return null
  const rows = rowsAfter(label, decision.replaces, at)
  await keep([hangItem(label.code, place, at)], [{ table: labelTable, rows }])
  return decision.replaces.length
}

/** Keep that a blank label was given to a spot of a place. Answers and rejects as `hang` does. */
export async function claim(label: Label, place: Place, spot = ''): Promise<number | null> {
  const at = now().toISOString()
  const held = await labelsOf(place, label)
  const decision = decideClaim(label.code, place.id, held, spot)
  if (!decision.ok) return null
  const rows = rowsAfter(claimed(label, place.id, held, spot), decision.replaces, at)
  const body = { code: label.code, placeId: place.id, claimedAt: at, spot }
  const title = { placeName: place.name }
  const item = { kind: 'labels.claim', v: 1, about: place.id, body, title }
  await keep([item], [{ table: labelTable, rows }])
  return decision.replaces.length
}

/** Answer the labels that decide: as they stand now, not as a page saw them. */
async function labelsOf(place: Place, label: Label): Promise<Label[]> {
  const rows = useStore().rows(labelTable)
  const [own, scanned] = await Promise.all([
    rows.where('targetId').equals(place.id).toArray(),
    rows.get(label.id),
  ])
  return scanned && !own.some(({ id }) => id === scanned.id) ? [...own, scanned] : own
}
