/** The estate's ways out of the house, and what went out by them; both need the network. */
import { ref, shallowRef } from 'vue'

import { get, post, replace } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { estateTable } from '@/ground/estates'

export type Channel = Schemas['ChannelOut']
export type ChannelForm = Required<Schemas['ChannelIn']>
export type Delivery = Schemas['DeliveryOut']

const NEW: ChannelForm = {
  ...{ name: '', url: '', language: 'zh-Hans', urgentOnly: false },
  ...{ quietFrom: '22:00', quietTo: '07:00', active: true },
}

/** Answer the form of a channel that is not there yet: it speaks as the estate prints. */
export async function newChannel(): Promise<ChannelForm> {
  const { estate } = useSession()
  const here = await useStore()
    .rows(estateTable)
    .get(estate.value?.id ?? '')
  return { ...NEW, language: here?.settings.ui_locale ?? NEW.language }
}

/** Answer channels and deliveries, and what changes or tries a channel. */
export function useChannels() {
  const channels = shallowRef<Channel[]>()
  const deliveries = shallowRef<Delivery[]>([])
  /** The channel that was tried last on this page. */
  const tried = ref('')
  const { running, failed, call } = useCall()

  async function load(): Promise<void> {
    const ways = await call(() => get<Channel[]>('/notices/channels'))
    const out = ways.ok && (await call(() => get<Delivery[]>('/notices/deliveries')))
    if (ways.ok) channels.value = ways.data
    if (out && out.ok) deliveries.value = out.data
  }

  /** Keep a channel, a new one without an id. Answers whether it was kept. */
  async function save(id: string, form: ChannelForm): Promise<boolean> {
    const path = '/notices/channels'
    const answer = await call(() => (id ? replace(`${path}/${id}`, form) : post(path, form)))
    if (answer.ok) await load()
    return answer.ok
  }

  async function tryOut(id: string): Promise<void> {
    const { ok } = await call(() => post(`/notices/channels/${id}/try`))
    if (ok) tried.value = id
    if (ok) await load()
  }

  return { channels, deliveries, tried, running, failed, load, save, tryOut }
}
