/** The outbox as pages see it. */
import type { Ref } from 'vue'

import { allItems, countWaiting, waitingOf } from '@/core/outbox/queue'
import type { OutboxItem } from '@/core/outbox/types'
import { useLive } from '@/core/store/use'

/** Answer how many items wait on this phone, of all makers. */
export function useQueueCount(): Ref<number> {
  return useLive(countWaiting, 0)
}

/** Answer the same number; null until it was read: nothing counted yet is not nothing waiting. */
export function useCounted(): Ref<number | null> {
  return useLive<number | null>(countWaiting, null)
}

/** Answer how many items of one maker wait on this phone. */
export function useWaitingOf(maker: string): Ref<number> {
  return useLive(async () => (await waitingOf(maker)).length, 0)
}

/** Answer every item this phone holds, oldest first; null until they are read, for that is not the same as none. */
export function useItems(): Ref<OutboxItem[] | null> {
  return useLive<OutboxItem[] | null>(allItems, null)
}
