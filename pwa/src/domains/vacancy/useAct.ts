/** Acts of the office: kept, sent at once, and what the server then said. */
import { computed, ref, watch } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, type NewItem } from '@/core/outbox/outbox'
import { useItems } from '@/core/outbox/use'
import { refusal } from '@/core/text/refusal'

export type Act = Pick<NewItem, 'kind' | 'about' | 'body' | 'title'>

/**
 * Answer how an act of these kinds is done, whether the newest still waits, and why it was refused.
 *
 * One that another page kept counts too; `answered` is called once it waits no longer.
 */
export function useAct(kinds: readonly string[], answered: () => unknown) {
  const kept = ref<string | null>(null)
  const items = useItems()
  const waiting = computed(
    () =>
      items.value?.findLast(({ kind, state }) => state === 'waiting' && kinds.includes(kind))?.id,
  )
  watch(waiting, (id) => id && (kept.value = id))
  const item = computed(() => items.value?.find(({ id }) => id === kept.value))
  const waits = computed(() => item.value?.state === 'waiting')
  const refused = computed(() => {
    if (item.value?.state !== 'refused') return ''
    const { code = '', params } = item.value.answer ?? {}
    return refusal(code, params)
  })
  watch(
    () => item.value?.state,
    (state) => state && state !== 'waiting' && void answered(),
  )

  /** Answers why not when it could not be kept. */
  async function act(one: Act): Promise<WhyNotKept | null> {
    try {
      const [made] = await keep([{ ...one, v: 1, live: true }])
      kept.value = made?.id ?? null
      return null
    } catch (error) {
      return whyNotKept(error)
    }
  }
  return { act, waits, refused }
}
