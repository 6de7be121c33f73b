/** Dynamic tables of vacant units: what the server has drafted, and filing one. */
import { computed, ref, watch } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { useItems } from '@/core/outbox/use'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { refusal } from '@/core/text'
import { estateTable } from '@/ground/estates/table'
import { useAsked } from '@/domains/vacancy/useAsked'

/** A unit that became vacant in the month, or that no longer is: then `to` says what it is now. */
export interface Moved {
  unitId: string
  unit: string
  on: string
  to?: string
}

/** A month's table. It balances: opening + additions − departures = closing. */
export interface DynamicTable {
  id: string
  period: string
  state: 'draft' | 'overdue' | 'filed'
  dueOn: string
  filedAt: string | null
  byName: string | null
  sha256: string
  content: {
    opening: number
    additions: Moved[]
    departures: Moved[]
    closing: number
    checksDue: number
    checksDone: number
    coverage: { percent: number | null }
    openFindings: number
    valvesOpen: { unitId: string }[]
  }
}

const KIND = 'vacancy.table_file'

/** Say whether this person files tables: the manager, or the supervisor in the manager's place. */
function useFiles() {
  const { estate } = useSession()
  const settings = useLive(
    async () =>
      (
        await useStore()
          .rows(estateTable)
          .get(estate.value?.id ?? '')
      )?.settings,
    undefined,
  )
  return computed(() => {
    const role = estate.value?.role ?? ''
    if (role === 'supervisor') return settings.value?.supervisor_may_act_as_manager === true
    return role === 'manager' || role === 'office_manager'
  })
}

/** Answer the tables, and how one is filed as it was shown; the list is asked for anew once the server answered. */
export function useTables() {
  const asked = useAsked<{ tables: DynamicTable[] }>('/tables')
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
    (state) => state && state !== 'waiting' && void asked.load(),
  )

  /** Answers why not when it could not be kept. */
  async function file({
    id: about,
    period,
    sha256: seen,
  }: DynamicTable): Promise<WhyNotKept | null> {
    const body = { period, seen, note: '' }
    try {
      const [made] = await keep([{ kind: KIND, v: 1, about, body, title: { period }, live: true }])
      kept.value = made?.id ?? null
      return null
    } catch (error) {
      return whyNotKept(error)
    }
  }
  return { ...asked, mayFile: useFiles(), waits, refused, file }
}
