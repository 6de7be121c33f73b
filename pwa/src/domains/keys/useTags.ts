/** Tags of key sets: which sets have one, printing them, and tying a blank one to a set. */
import { ref } from 'vue'

import { now } from '@/core/clock'
import { offerFile } from '@/core/download'
import { post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { signal } from '@/core/scan/signals'
import { syncNow } from '@/core/sync/loop'
import type { Board } from '@/domains/keys/board'
import { blankTroubleOf, tiedTo, type BlankTrouble } from '@/domains/keys/tagging'
import type { KeySet } from '@/domains/keys/types'
import { labelTable, type Label } from '@/ground/labels'
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

/** Answer how a blank tag that was scanned is tied to a set; the phone goes on as if the server had answered. */
export function useTie(set: () => Pick<KeySet, 'id' | 'keyNo'>, labels: () => Board['labels']) {
  const scanning = ref(false)
  const trouble = ref<BlankTrouble | null>(null)
  const notKept = ref<WhyNotKept | null>(null)

  async function scanned(code: string): Promise<void> {
    const blank = labels().get(code)
    trouble.value = blankTroubleOf(blank)
    if (trouble.value || !blank) return signal('refused')
    scanning.value = false
    notKept.value = await tie(set(), blank, [...labels().values()])
    signal(notKept.value ? 'refused' : 'saved')
  }
  return { scanning, trouble, notKept, scanned }
}

async function tie(
  { id, keyNo }: Pick<KeySet, 'id' | 'keyNo'>,
  blank: Label,
  labels: readonly Label[],
): Promise<WhyNotKept | null> {
  const body = { keySetId: id, code: blank.code }
  const item = { kind: 'keys.tag', v: 1, about: id, body, title: { keyNo } }
  const rows = tiedTo(blank, id, labels, now().toISOString())
  try {
    await keep([item], [{ table: labelTable, rows }])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
