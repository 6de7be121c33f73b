/** Doing something about a finding: kept on the phone at once, sent when there is a network. */
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, type NewItem } from '@/core/outbox/outbox'
import type { Case, FindingPhoto, Said } from '@/domains/findings/types'

export type { WhyNotKept } from '@/core/outbox/notKept'

/** Answer the item that carries an act. */
export function actItem<K extends keyof Said>(
  found: Pick<Case, 'id' | 'placeName'>,
  act: K,
  said: Said[K],
): NewItem {
  const photos = 'photos' in said ? said.photos.map(({ sha256 }: FindingPhoto) => sha256) : []
  return {
    kind: `findings.${act}`,
    v: 1,
    about: found.id,
    body: { findingId: found.id, ...said },
    title: { placeName: found.placeName ?? '' },
    ...(photos.length > 0 && { photos }),
  }
}

/** Keep an act. Answers why not when it could not be kept. */
export async function keepAct<K extends keyof Said>(
  found: Pick<Case, 'id' | 'placeName'>,
  act: K,
  said: Said[K],
): Promise<WhyNotKept | null> {
  try {
    await keep([actItem(found, act, said)])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
