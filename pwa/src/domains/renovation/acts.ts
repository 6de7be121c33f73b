/** Doing something with a renovation: kept on the phone at once, sent when there is a network. */
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, type AlsoKept, type Forgotten, type NewItem } from '@/core/outbox/outbox'
import { syncState } from '@/core/sync/state'
import { needs, type Found } from '@/domains/renovation/needs'
import type { Act, Private, Said } from '@/domains/renovation/said'
import type { Photo, Renovation } from '@/domains/renovation/types'

export type { WhyNotKept } from '@/core/outbox/notKept'
export { takeNote } from '@/core/outbox/queue'

type Named = Pick<Renovation, 'id' | 'unitName'>

/** Facts are always taken in, so nobody waits for their answer. */
const FACTS: readonly Act[] = ['visit', 'night_check']

/** Say whether the last thing heard of the server was an answer. */
export function isOnline(): boolean {
  return syncState.online && syncState.failed === ''
}

/** Answer the item of an act; `apart` lies apart in the book, so that it can be erased. */
export function itemOf<K extends Act>(
  of: Named,
  act: K,
  said: Said[K],
  apart: Private | null = null,
): NewItem {
  const photos = photosIn(said)
  return {
    kind: `renovation.${act}`,
    v: 1,
    about: of.id,
    body: { renovationId: of.id, ...said, ...(apart && { private: apart }) },
    title: { unit: of.unitName },
    ...(isOnline() && !FACTS.includes(act) && { live: true as const }),
    ...(photos.length > 0 && { photos }),
  }
}

/** Answer the hashes of all photos in a body, wherever it names them. */
function photosIn(said: unknown): string[] {
  if (typeof said !== 'object' || said === null) return []
  const { sha256, takenAt } = said as Partial<Photo>
  if (sha256 !== undefined && takenAt !== undefined) return [sha256]
  return [...new Set(Object.values(said).flatMap(photosIn))]
}

/** Keep items and what goes with them, all or none. Answers their ids, or why they could not be kept. */
export async function keepItems(
  items: readonly NewItem[],
  also: AlsoKept[] = [],
  forget: Forgotten[] = [],
): Promise<string[] | WhyNotKept> {
  try {
    return (await keep([...items], also, forget)).map(({ id }) => id)
  } catch (error) {
    return whyNotKept(error)
  }
}

/** Keep one act, with what it found wrong. Answers why not when it could not be kept. */
export async function keepAct<K extends Act>(
  of: Named,
  act: K,
  said: Said[K],
  apart: Private | null = null,
  found: readonly Found[] = [],
): Promise<WhyNotKept | null> {
  const told = found.map((one) => needs.get().report(one, of.unitName))
  const items = [itemOf(of, act, said, apart), ...told.map(({ item }) => item)]
  const kept = await keepItems(
    items,
    told.map(({ also }) => also),
  )
  return typeof kept === 'string' ? kept : null
}
