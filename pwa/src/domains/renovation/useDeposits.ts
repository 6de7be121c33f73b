/** A year of the register of deposits as the server tells it; reading it needs the network. */
import { shallowRef, watch, type Ref } from 'vue'

import { get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import type { Deposits } from '@/domains/renovation/deposits'

/** Answer what the register says of a year; null while it is asked for. */
export function useDeposits(year: Ref<number>) {
  const told = shallowRef<Deposits | null>(null)
  const { failed, call } = useCall()

  async function load(): Promise<void> {
    const asked = year.value
    told.value = null
    const days = new URLSearchParams({ from: `${asked}-01-01`, to: `${asked}-12-31` })
    const answer = await call(() => get<Deposits>(`/renovation/deposits?${days}`))
    if (answer.ok && asked === year.value) told.value = answer.data
  }
  watch(year, load, { immediate: true })
  return { told, failed, load }
}
