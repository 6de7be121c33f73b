/** Keys as pages see them, kept up to date with the phone's store. */
import { computed, onScopeDispose, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { useItems } from '@/core/outbox/use'
import { titleOf } from '@/core/rooms'
import { useLive } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { dayOf } from '@/core/text/when'
import { readBoard, type Board } from '@/domains/keys/board'
import { faceOf } from '@/domains/keys/cabinet'

type Known = Ref<Board | null | undefined>

const EVERY_MS = 10_000

/** Answer the time as the server would tell it, again and again. */
export function useNow(): Ref<Date> {
  const now = shallowRef(corrected())
  const timer = setInterval(() => (now.value = corrected()), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** Answer what the phone holds: undefined while it is read, null before the first pull. */
export function useBoard(): Known {
  return useLive<Board | null | undefined>(readBoard, undefined)
}

/** Answer whether there is nothing here yet, but the first pull is on its way. */
export function useArriving(board: Known): Ref<boolean> {
  return computed(() => board.value === undefined || (!board.value && syncState.running))
}

/** Answer every set with how it shows now. */
export function useFaces(board: Known, now: Ref<Date>) {
  return computed(() => {
    const held = board.value
    if (!held) return []
    const today = dayOf(now.value, held.zone)
    return held.cases.map((one) => ({ one, face: faceOf(one, now.value, today) }))
  })
}

/** An item just kept, as it stands now. */
export interface Kept {
  id: string
  title: string
  state: 'waiting' | 'applied' | 'refused'
  serial: string | undefined
  code: string | undefined
  params: object | undefined
}

/** Answer the items just kept: each waits, was taken in with a number, or was refused. */
export function useKept(ids: () => readonly string[]): Ref<Kept[]> {
  const items = useItems()
  return computed(() =>
    (items.value ?? [])
      .filter(({ id }) => ids().includes(id))
      .map((item) => {
        const { serial, code, params } = item.answer ?? {}
        return { id: item.id, title: titleOf(item) ?? '', state: item.state, serial, code, params }
      }),
  )
}
