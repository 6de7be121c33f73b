/** What the papers say as they are shipped, and the estate's own words beside them; needs the network. */
import { computed, shallowRef } from 'vue'

import { get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { useSettings } from '@/ground/estates/use'
import type { Wording } from '@/domains/renovation/wordings'

export function useWordings() {
  const settings = useSettings()
  const { failed, call } = useCall()
  const wordings = shallowRef<Wording[]>([])

  async function load(): Promise<void> {
    await settings.load()
    const answer = await call(() => get<{ rows: Wording[] }>('/renovation/wordings'))
    if (answer.ok) wordings.value = answer.data.rows
  }

  const { form, count, saved, running, save } = settings
  const why = computed(() => failed.value || settings.failed.value)
  return { wordings, form, count, saved, running, failed: why, load, save }
}
