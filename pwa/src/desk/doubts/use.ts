/** The visits in doubt, as a supervisor asks for them, and writing down what looking into one showed. */
import { computed, ref, shallowRef, watch } from 'vue'

import { get } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { useLive, useStore } from '@/core/store/use'

export type Doubts = Schemas['DoubtsOut']
export type Doubt = Doubts['doubts'][number]

export const REVIEW = 'patrols.review'

/** What is asked for; '' asks for all. */
export interface Asked {
  days: '1' | '7' | '31'
  state: 'open' | 'all'
  reason: string
  person: string
  route: string
}

const ANY: Asked = { days: '7', state: 'open', reason: '', person: '', route: '' }
/** What was asked for last, so that coming back from a visit shows the same list. */
const asked = ref<Asked>({ ...ANY })

function pathOf(wanted: Asked, skip: number): string {
  const said = Object.entries(wanted).filter(([, value]) => value !== '')
  return `/patrols/doubts?${new URLSearchParams([...said, ['skip', String(skip)]])}`
}

/** Answer the list, asked for again whenever something else is asked for, or an own review was settled. */
export function useDoubts() {
  const page = shallowRef<Doubts | null>(null)
  const { failed, running, call } = useCall()
  const { settled } = useReviews()
  const narrowed = computed(() => !!(asked.value.reason || asked.value.person || asked.value.route))

  async function load(skip = 0): Promise<void> {
    const wanted = asked.value
    const answer = await call(() => get<Doubts>(pathOf(wanted, skip)))
    // Somebody asked for something else meanwhile: the last question holds.
    if (!answer.ok || wanted !== asked.value) return
    const before = skip && page.value ? page.value.doubts : []
    page.value = { ...answer.data, doubts: [...before, ...answer.data.doubts] }
  }

  const more = () => load(page.value?.doubts.length)
  const ask = (change: Partial<Asked>) => (asked.value = { ...asked.value, ...change })
  watch([asked, settled], () => void load(), { immediate: true })
  return { asked, page, narrowed, failed, running, load, more, ask }
}

/** Answer the visits whose review still waits to be sent, and a number that changes when one was settled. */
export function useReviews() {
  const sent = useLive(
    () =>
      useStore()
        .rows(outboxTable)
        .filter(({ kind }) => kind === REVIEW)
        .toArray(),
    [],
  )
  const waits = computed(() => sent.value.filter(({ state }) => state === 'waiting'))
  return {
    pending: computed(() => new Set(waits.value.map(({ about }) => about))),
    settled: computed(() => sent.value.length - waits.value.length),
  }
}

/** Keep what looking into a visit showed. Answers why not when it could not be kept. */
export async function review(
  visitId: string,
  note: string,
  placeName: string,
): Promise<WhyNotKept | null> {
  try {
    const body = { visitId, note }
    await keep([{ kind: REVIEW, v: 1, about: visitId, body, title: { placeName } }])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
