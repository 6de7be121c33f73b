/** A list of an office as a file: the server reads it and writes nothing; what is good is kept here like any act. */
import { computed, ref, shallowRef } from 'vue'

import { upload } from '@/core/http/upload'
import { useCall } from '@/core/http/useCall'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { syncState } from '@/core/sync/state'

/** A row as the server read it; `said` is null where `why` tells what stands in the way. */
export interface ListRow<Said> {
  row: number
  place: string
  said: Said | null
  why: string | null
  value: string
}

export interface List<Row> {
  rows: Row[]
  /** Titles of columns that mean nothing here. */
  unread: string[]
}

/** Why a row is not kept though nothing is wrong with it: all it says is known. */
export const UNCHANGED = 'unchanged'

/**
 * Answer how a file is read at a path, what it said, and how its rows are kept.
 *
 * `keep` answers how many were kept, or why none was.
 */
export function useListFile<Row extends ListRow<unknown>>(
  path: string,
  keep: (list: List<Row>) => Promise<number | WhyNotKept>,
) {
  const { running, failed, call } = useCall()
  const online = computed(() => syncState.online)
  const sent = ref(0)
  const name = ref('')
  const list = shallowRef<List<Row> | null>(null)
  const kept = ref(0)
  const notKept = ref<WhyNotKept | null>(null)

  async function look(file: File): Promise<void> {
    sent.value = 0
    kept.value = 0
    notKept.value = null
    name.value = file.name
    const asked = `${path}?name=${encodeURIComponent(file.name)}`
    const answer = await call(() => upload<List<Row>>(asked, file, (share) => (sent.value = share)))
    list.value = answer.ok ? answer.data : null
  }

  /** Keep all that can be kept, or none. */
  async function keepAll(): Promise<void> {
    const answer = await keep(list.value ?? { rows: [], unread: [] })
    if (typeof answer === 'string') notKept.value = answer
    else kept.value = answer
  }
  return { online, running, failed, sent, name, list, kept, notKept, look, keepAll }
}
