/** Beginning a check: the tag that was read, and the way to the sheet. */
import { computed } from 'vue'
import { useRouter } from 'vue-router'

import { useLive } from '@/core/store/use'
import type { Label } from '@/ground/labels/types'
import { openCheck } from '@/domains/vacancy/opening'
import { readLabels } from '@/domains/vacancy/repo'
import type { Known } from '@/domains/vacancy/scanning'
import type { CheckScan } from '@/domains/vacancy/types'
import { useBoard } from '@/domains/vacancy/use'
import { wayIn, type UnitCase } from '@/domains/vacancy/walk'

/** Answer what codes are read against, and how a unit's sheet is opened: only with its keys in hand (VAC-R02). */
export function useOpening() {
  const router = useRouter()
  const board = useBoard()
  const labels = useLive<Map<string, Label> | null>(readLabels, null)
  const known = computed<Known | null>(() =>
    board.value && labels.value
      ? { estate: board.value.estate, labels: labels.value, byId: board.value.byId }
      : null,
  )

  /** Without keys in hand the unit's page says where they hang. */
  async function open(one: UnitCase, scan: CheckScan, keyless = false): Promise<void> {
    if (!board.value) return
    const { way } = wayIn(one.keys, board.value.me)
    const mayEnter = way === 'enter' || keyless || one.draftId !== null
    const id = mayEnter ? await openCheck(one, board.value, scan) : null
    await router.replace(id ? `/vacancy/check/${id}` : `/vacancy/units/${one.unit.id}`)
  }
  return { board, known, open }
}
