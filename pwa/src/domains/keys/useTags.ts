/** Tags of key sets: which sets have one, and printing them. */
import { offerFile } from '@/core/download'
import { post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { syncNow } from '@/core/sync/loop'
import type { Board } from '@/domains/keys/board'
import { KEY_TAG } from '@/ground/labels/rules'

/** What the server draws at once. */
export const MOST_TAGS = 200
const PATIENCE_MS = 60_000

/** Answer the ids of the sets that have a tag which counts. */
export function taggedSets({ labels }: Pick<Board, 'labels'>): Set<string> {
  const tags = [...labels.values()].filter(
    ({ targetKind, state }) => targetKind === KEY_TAG && state !== 'revoked',
  )
  return new Set(tags.map(({ targetId }) => targetId))
}

/** Answer how the tags of sets are printed; those that are missing are made. */
export function usePrintTags() {
  const form = useCall()

  async function print(setIds: readonly string[], name: string): Promise<void> {
    const answer = await form.call(() =>
      post<ArrayBuffer>('/keys/tags.pdf', { setIds }, { as: 'bytes', patienceMs: PATIENCE_MS }),
    )
    if (!answer.ok) return
    offerFile(answer.data, name, 'application/pdf')
    // Who scans one looks for it among the labels held.
    void syncNow()
  }
  return { ...form, print }
}
