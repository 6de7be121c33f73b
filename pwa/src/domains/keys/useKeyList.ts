/** Bringing a key list in: the server reads the file and writes nothing; what is good is kept here like any act. */
import { computed, ref, shallowRef } from 'vue'

import { upload } from '@/core/http/upload'
import { useCall } from '@/core/http/useCall'
import { syncState } from '@/core/sync/state'
import { keepItems, type WhyNotKept } from '@/domains/keys/acts'
import { registrationsOf, type KeyList } from '@/domains/keys/keyList'

/** Answer how a file is read, what it said, and how its sets are kept. */
export function useKeyList() {
  const { running, failed, call } = useCall()
  const online = computed(() => syncState.online)
  const sent = ref(0)
  const name = ref('')
  const list = shallowRef<KeyList | null>(null)
  const kept = ref(0)
  const notKept = ref<WhyNotKept | null>(null)

  async function look(file: File): Promise<void> {
    sent.value = 0
    kept.value = 0
    name.value = file.name
    const path = `/keys/list?name=${encodeURIComponent(file.name)}`
    const answer = await call(() => upload<KeyList>(path, file, (share) => (sent.value = share)))
    list.value = answer.ok ? answer.data : null
  }

  /** Keep all that can be registered, or none. */
  async function keepAll(): Promise<void> {
    const items = list.value ? registrationsOf(list.value) : []
    const answer = await keepItems(items)
    if (typeof answer === 'string') notKept.value = answer
    else kept.value = answer.length
  }
  return { online, running, failed, sent, name, list, kept, notKept, look, keepAll }
}
