/** Vacant units as pages see them, kept up to date with the phone's store. */
import { computed, type Ref } from 'vue'

import { useLive } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { readBoard, readChecksOf, type Board } from '@/domains/vacancy/repo'
import type { PulledCheck } from '@/domains/vacancy/types'

export { keepCard, keepCards, keepCare } from '@/domains/vacancy/repo'
export type { Board } from '@/domains/vacancy/repo'
export type { WhyNotKept } from '@/core/outbox/notKept'

type Known = Ref<Board | null | undefined>

/** Answer what the phone holds: undefined while it is read, null before the first pull. */
export function useBoard(): Known {
  return useLive<Board | null | undefined>(readBoard, undefined)
}

/** Answer whether there is nothing here yet, but the first pull is on its way. */
export function useArriving(board: Known): Ref<boolean> {
  return computed(() => board.value === undefined || (!board.value && syncState.running))
}

/** Answer the checks of a unit, newest first; undefined while they are read. */
export function useChecks(unitId: string): Ref<PulledCheck[] | undefined> {
  return useLive<PulledCheck[] | undefined>(() => readChecksOf(unitId), undefined)
}

/** Say whether the last thing heard of the network was silence. */
export function useOffline(): Ref<boolean> {
  return computed(() => !syncState.online || syncState.failed === 'offline')
}
