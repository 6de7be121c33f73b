/** Check sheets as pages see them, kept up to date with the phone's store. */
import { computed, ref, shallowRef, watchEffect, type Ref } from 'vue'

import { get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { useLive } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { keepAct, readBoard, type Board } from '@/domains/checks/repo'
import type { CheckSheet, DayRecord } from '@/domains/checks/types'

/** Answer what the phone holds: undefined while it is read, null before the first pull. */
export function useBoard(): Ref<Board | null | undefined> {
  return useLive<Board | null | undefined>(readBoard, undefined)
}

/** Answer how a department is called. */
export function useNames(board: Ref<Board | null | undefined>) {
  const names = computed(
    () => new Map(board.value?.departments.map(({ kind, name }) => [kind, name])),
  )
  return (dept: string) => names.value.get(dept) ?? dept
}

/** Answer what patrols recorded on a day: what was frozen by the signature, else what the server knows now. */
export function usePatrols(day: () => string, frozen: () => DayRecord[] | null) {
  const asked = shallowRef<DayRecord[]>()
  const { call, failed } = useCall()
  watchEffect(async () => {
    if (frozen()) return
    const answer = await call(() => get<DayRecord[]>(`/checks/patrols?day=${day()}`))
    if (answer.ok) asked.value = answer.data
  })
  return { records: computed(() => frozen() ?? asked.value), failed }
}

/** Answer a way to do something about a sheet, and why it was not kept. */
export function useDoing() {
  const notKept = ref<WhyNotKept | null>(null)

  async function act(
    what: Parameters<typeof keepAct>[0],
    body: { sheetId: string },
    title: string,
  ): Promise<boolean> {
    notKept.value = null
    try {
      await keepAct(what, body, title)
      void syncNow()
      return true
    } catch (error) {
      notKept.value = whyNotKept(error)
      return false
    }
  }
  return { notKept, act }
}

/** Answer the items that a signature of a sheet names; none while one of them has no hash yet. */
export function seenOf({ item, slips }: CheckSheet): { id: string; sha256: string }[] {
  return [item, ...slips].flatMap(({ id, sha256 }) => (sha256 ? [{ id, sha256 }] : []))
}
