/** A month of a register as the server tells it; reading it needs the network. */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'

import { BASE, get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { useSession } from '@/core/session/session'
import { daysOf, type Line, type Register } from '@/domains/keys/registers'

interface Page {
  rows: Line[]
  after: string | null
}

/** Answer the lines of a register in a month, more of them when asked, and where the whole of it lies as a file. */
export function useRegisterLines(which: Ref<Register>, month: Ref<string>) {
  const rows = shallowRef<Line[]>([])
  const after = ref<string | null>(null)
  const loaded = ref(false)
  const { running, failed, call } = useCall()
  const asked = computed(() => `/keys/registers/${which.value}?${days().toString()}`)
  const days = () => new URLSearchParams(daysOf(month.value))

  async function load(behind: string | null = null): Promise<void> {
    const path = asked.value
    const answer = await call(() => get<Page>(behind ? `${path}&after=${behind}` : path))
    if (path !== asked.value) return
    loaded.value = true
    if (!answer.ok) return
    rows.value = behind ? [...rows.value, ...answer.data.rows] : answer.data.rows
    after.value = answer.data.after
  }

  /** A link carries no header, so its address must name the estate to who works in several. */
  function fileOf(ending: 'xlsx' | 'pdf'): string {
    const query = days()
    query.set('estate', useSession().estate.value?.id ?? '')
    return `${BASE}/keys/registers/${which.value}.${ending}?${query}`
  }

  watch(
    asked,
    () => {
      rows.value = []
      after.value = null
      loaded.value = false
      void load()
    },
    { immediate: true },
  )
  return { rows, after, loaded, running, failed, load, fileOf }
}
