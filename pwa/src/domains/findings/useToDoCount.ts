/** How many findings wait for the person signed in. Loaded apart: no start waits for its rules. */
import { computed, type Ref } from 'vue'

import { listOf } from '@/domains/findings/lists'
import { useBoard } from '@/domains/findings/use'
import { corrected } from '@/core/clock'

/** Answer the number; 0 until it is known. */
export function useToDoCount(): Ref<number> {
  const board = useBoard()
  return computed(() =>
    board.value ? listOf(board.value.cases, 'todo', board.value, corrected()).length : 0,
  )
}
