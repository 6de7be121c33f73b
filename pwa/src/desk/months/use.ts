/** Months of records: what would be in the next bundle, closing it, and what became of earlier ones. */
import { useIntervalFn } from '@vueuse/core'
import { computed, onMounted, shallowRef, watch } from 'vue'

import { get, post } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { newId } from '@/core/ids'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { useLive, useStore } from '@/core/store/use'
import { refusal } from '@/core/text/refusal'

export type Months = Schemas['MonthsOut']
export type FormTold = Schemas['FormOut']
export type ClosedMonth = Schemas['ClosedMonthOut']

const CLOSE = 'months.close'
const PURGE = 'months.purge'
const ASK_EVERY_MS = 2_000

/** Answer the page; it is asked for again when an act of ours is settled, and while a bundle is made. */
export function useMonths() {
  const told = shallowRef<Months | null>(null)
  const asked = new Set<string>()
  const { failed, call } = useCall()
  const acts = useLive(
    () =>
      useStore()
        .rows(outboxTable)
        .filter(({ kind }) => kind === CLOSE || kind === PURGE)
        .toArray(),
    [],
  )
  const waiting = computed(() => acts.value.filter(({ state }) => state === 'waiting'))
  const closing = computed(() => waiting.value.some(({ kind }) => kind === CLOSE))
  const refused = computed(() => {
    const last = acts.value.findLast(({ state }) => state === 'refused')
    return last ? refusal(last.answer?.code ?? 'core.failed', last.answer?.params) : ''
  })
  const underWay = computed(() =>
    (told.value?.closed ?? []).some(({ bundle }) => ['waiting', 'making'].includes(bundle.state)),
  )

  async function load(): Promise<void> {
    const answer = await call(() => get<Months>('/months'))
    if (answer.ok) told.value = answer.data
    for (const { id, bundle } of told.value?.closed ?? []) {
      if (bundle.state === 'waiting') await make(id)
    }
  }

  /** Ask the worker for a bundle; once a page, it looks for itself as well. */
  async function make(id: string): Promise<void> {
    if (asked.has(id)) return
    asked.add(id)
    await post(`/months/${id}/bundle`, {})
  }

  async function again(id: string): Promise<void> {
    asked.delete(id)
    await make(id)
    await load()
  }

  const asking = useIntervalFn(load, ASK_EVERY_MS, { immediate: false })
  watch(underWay, (now) => (now ? asking.resume() : asking.pause()))
  watch(() => waiting.value.length, load)
  onMounted(load)
  return { told, failed, refused, closing, load, again }
}

/** Keep that a month is closed. Answers why not when it could not be kept. */
export function closeMonth(month: string, title: string): Promise<WhyNotKept | null> {
  const closingId = newId()
  return kept({
    kind: CLOSE,
    v: 1,
    about: closingId,
    body: { closingId, month },
    title: { month: title },
  })
}

/** Keep that the records of a closed month are to be destroyed. */
export function purgeMonth(closingId: string): Promise<WhyNotKept | null> {
  const body = { purgeId: newId(), closingId }
  return kept({ kind: PURGE, v: 1, about: closingId, body, title: {} })
}

async function kept(item: Parameters<typeof keep>[0][number]): Promise<WhyNotKept | null> {
  try {
    await keep([item])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
