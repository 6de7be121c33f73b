/** Renovations as pages see them, kept up to date with the phone's store. */
import { computed, onScopeDispose, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { useLive } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { dayOf } from '@/ground/calendar/rules'
import { readBoard, type Board } from '@/domains/renovation/board'

type Known = Ref<Board | null | undefined>

const EVERY_MS = 30_000

/** Answer what the phone holds: undefined while it is read, null before the first pull. Its day goes on by itself. */
export function useBoard(): Known {
  const held = useLive<Board | null | undefined>(readBoard, undefined)
  const now = shallowRef(corrected())
  const timer = setInterval(() => (now.value = corrected()), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => {
    if (!held.value) return held.value
    const { zone } = held.value.today
    const today = { now: now.value, day: dayOf(now.value, zone), zone }
    return { ...held.value, today }
  })
}

/** Answer whether there is nothing here yet, but the first pull is on its way. */
export function useArriving(board: Known): Ref<boolean> {
  return computed(() => board.value === undefined || (!board.value && syncState.running))
}
