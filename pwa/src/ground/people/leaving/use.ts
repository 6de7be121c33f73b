/** Leaving an estate as its pages see it; needs the network. */
import { shallowRef } from 'vue'

import { get, post } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'

export type Held = Schemas['HeldOut']
export type Leaving = Schemas['LeaveIn']

/** Answer what is in a colleague's name, and what ends their part or gives it back. */
export function useLeaving(id: string) {
  const held = shallowRef<Held[]>()
  const { running, failed, call } = useCall()

  async function load(): Promise<void> {
    const answer = await call(() => get<Held[]>(`/people/${id}/held`))
    if (answer.ok) held.value = answer.data
  }
  const leave = async (said: Leaving) => (await call(() => post(`/people/${id}/leave`, said))).ok
  const comeBack = async () => (await call(() => post(`/people/${id}/come-back`, {}))).ok
  return { held, running, failed, load, leave, comeBack }
}
