/** 装修动态表 as the server draws it: every unit of the estate, whatever is done there. */
import { onMounted, shallowRef } from 'vue'

import { get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import type { Stage } from '@/domains/renovation/visit/types'

export const CELLS = [
  ...(['none', 'applied', 'permitted', 'in_progress', 'overdue', 'acceptance'] as const),
  'observation',
] as const
export type CellKind = (typeof CELLS)[number]

export interface BoardUnit {
  unitId: string
  stairwellId: string
  stairwell: string
  floor: number
  number: string
  renovationId: string | null
  cell: CellKind
  stage: Stage | null
  day: number | null
  red: boolean
}

export interface StatusBoard {
  buildings: { building: string; units: BoardUnit[] }[]
}

/** Answer the board, asked for when the page opens and on demand. */
export function useStatusBoard() {
  const told = shallowRef<StatusBoard | null>(null)
  const { running, failed, call } = useCall()

  async function load(): Promise<void> {
    const answer = await call(() => get<StatusBoard>('/renovation/board'))
    if (answer.ok) told.value = answer.data
  }
  onMounted(load)
  return { told, running, failed, load }
}
