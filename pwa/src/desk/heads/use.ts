/** The ends of the logbook's days, and whether the book is still what was sent out. */
import { onMounted, shallowRef } from 'vue'

import { get } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'

import type { Head } from './paste'

export type SentHead = Schemas['HeadOut']
export type Checked = Schemas['HeadCheckOut']

/** Answer the heads that were sent, and how the book stands to the one asked for last (`start`: at once). */
export function useHeads(start: Head | null) {
  const heads = shallowRef<SentHead[] | null>(null)
  const checked = shallowRef<Checked | null>(null)
  const listing = useCall()
  const checking = useCall()

  async function load(): Promise<void> {
    const answer = await listing.call(() => get<SentHead[]>('/heads'))
    if (answer.ok) heads.value = answer.data
  }

  async function check({ hash, entry }: Head): Promise<void> {
    checked.value = null
    const asked = new URLSearchParams({ hash, ...(entry ? { entry: String(entry) } : {}) })
    const answer = await checking.call(() => get<Checked>(`/heads/check?${asked.toString()}`))
    if (answer.ok) checked.value = answer.data
  }

  onMounted(async () => {
    await Promise.all([load(), start && check(start)])
  })
  return {
    heads,
    checked,
    failed: listing.failed,
    running: checking.running,
    refused: checking.failed,
    load,
    check,
  }
}
