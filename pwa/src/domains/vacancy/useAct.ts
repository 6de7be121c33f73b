/** Acts of the office: kept, sent at once, and what the server then said. */
import { computed, ref, watch } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep, type NewItem } from '@/core/outbox/outbox'
import { useItems } from '@/core/outbox/use'
import { refusal } from '@/core/text'

export type Act = Pick<NewItem, 'kind' | 'about' | 'body' | 'title'>

/** Answer how an act is done, whether it still waits, and why it was refused; `answered` is called once it is not waiting. */
export function useAct(answered: () => unknown) {
  const kept = ref<string | null>(null)
  const items = useItems()
  const item = computed(() => items.value?.find(({ id }) => id === kept.value))
  const waits = computed(() => item.value?.state === 'waiting')
  const refused = computed(() => {
    if (item.value?.state !== 'refused') return ''
    const { code = '', params } = item.value.answer ?? {}
    return refusal(code, { ...params })
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
