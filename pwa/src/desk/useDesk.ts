/** The supervisor's day, asked for again every ten seconds while somebody looks. */
import { onScopeDispose, ref, shallowRef } from 'vue'

import { get } from '@/core/http/client'
import { useLive, useStore } from '@/core/store/use'
import { templateTable } from '@/ground/checklists/table'
import type { Template } from '@/ground/checklists/types'
import type { DeskDay, DeskVisit } from '@/desk/types'

const EVERY_MS = 10_000
const UNCHANGED = 304

/** ok: the day is fresh; offline: nobody answered, what is shown is old; refused: the role or the session does not allow it. */
export type DeskState = 'asking' | 'ok' | 'offline' | 'server' | 'refused' | 'unauthorized'

/** The day last seen, so that coming back from a visit shows it at once. */
const day = shallowRef<DeskDay | null>(null)
let etag = ''

/** Answer the day as last told, and how the asking goes. */
export function useDesk() {
  const state = ref<DeskState>(day.value ? 'ok' : 'asking')
  const code = ref('')

  async function ask(): Promise<void> {
    if (document.hidden) return
    const headers = etag ? { 'If-None-Match': `"${etag}"` } : {}
    const answer = await get<DeskDay>('/desk/today', { headers })
    if (answer.ok) {
      day.value = answer.data
      etag = (answer.headers.get('ETag') ?? '').replaceAll('"', '').replace(/^W\//, '')
      state.value = 'ok'
    } else if (answer.status === UNCHANGED) state.value = 'ok'
    else {
      state.value = answer.why
      code.value = answer.code ?? ''
    }
  }

  const timer = setInterval(() => void ask(), EVERY_MS)
  const seen = () => void ask()
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  void ask()
  return { day, state, code, ask }
}

/** Answer one visit: undefined while it is asked for, null when it could not be had. */
export function useDeskVisit(id: string) {
  const visit = shallowRef<DeskVisit | null>()
  const why = ref<DeskState>('asking')
  const code = ref('')

  async function ask(): Promise<void> {
    const answer = await get<DeskVisit>(`/desk/visits/${id}`)
    visit.value = answer.ok ? answer.data : null
    why.value = answer.ok ? 'ok' : answer.why
    code.value = answer.ok ? '' : (answer.code ?? '')
  }

  void ask()
  return { visit, why, code, ask }
}

/** Answer the checklists this device holds, for the words of items. */
export function useTemplates() {
  return useLive<Template[]>(() => useStore().rows(templateTable).toArray(), [])
}
