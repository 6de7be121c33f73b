/** What was not accepted, and having it decided again. */
import { computed, onMounted, ref, shallowRef, watch } from 'vue'

import { get } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { keep } from '@/core/outbox/outbox'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { outboxTable } from '@/core/outbox/table'
import { useLive, useStore } from '@/core/store/use'
import { placeTable } from '@/ground/places'

export type RefusedItem = Schemas['RefusedOut']

export const REDECIDE = 'sync.redecide'

/** Answer the items that were refused or wait in quarantine; asked for again when an act of ours was settled. */
export function useRefused() {
  const items = shallowRef<RefusedItem[]>([])
  const loaded = ref(false)
  const { failed, call } = useCall()
  const names = useLive(async () => {
    const places = await useStore().rows(placeTable).toArray()
    return new Map(places.map(({ id, name }) => [id, name]))
  }, new Map<string, string>())
  const asked = useLive(
    () =>
      useStore()
        .rows(outboxTable)
        .filter(({ kind }) => kind === REDECIDE)
        .toArray(),
    [],
  )
  /** Ids of items for which an act still waits to be sent. */
  const pending = computed(
    () => new Set(asked.value.filter(({ state }) => state === 'waiting').map(({ about }) => about)),
  )

  async function load(): Promise<void> {
    const answer = await call(() => get<RefusedItem[]>('/desk/refused'))
    if (answer.ok) items.value = answer.data
    loaded.value = true
  }

  onMounted(load)
  watch(() => asked.value.filter(({ state }) => state !== 'waiting').length, load)
  return { items, names, pending, loaded, failed, load }
}

/** Have an item decided again, with the reason. Answers why not when the act could not be kept. */
export async function redecide(item: RefusedItem, reason: string): Promise<WhyNotKept | null> {
  const body = { itemId: item.id, reason }
  try {
    await keep([{ kind: REDECIDE, v: 1, about: item.id, body, title: { byName: item.byName } }])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
