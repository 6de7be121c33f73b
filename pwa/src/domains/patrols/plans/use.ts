/** The plans of the estate on the screen, as the office changes them; needs the network. */
import { onMounted, shallowRef } from 'vue'

import { get, replace } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { syncNow } from '@/core/sync/loop'
import { bodyOf } from '@/domains/patrols/plans/form'
import type { PlanForm, Planned, PlannedRoute } from '@/domains/patrols/plans/types'

const PATH = '/patrols/plans'

export function usePlans() {
  const told = shallowRef<Planned | null>(null)
  const reading = useCall()
  const { running, failed, code, call } = useCall()

  async function load(): Promise<void> {
    const answer = await reading.call(() => get<Planned>(PATH))
    if (answer.ok) told.value = answer.data
  }

  /** Answer whether the server took the plan; where somebody else was quicker, theirs is on the screen then. */
  async function save({ routeId, number }: PlannedRoute, form: PlanForm): Promise<boolean> {
    const answer = await call(() => replace<Planned>(`${PATH}/${routeId}`, bodyOf(form, number)))
    if (answer.ok) {
      told.value = answer.data
      void syncNow()
    } else if (code.value === 'patrols.plan_moved_on') await load()
    return answer.ok
  }

  onMounted(load)
  return { told, load, save, running, failed, notRead: reading.failed }
}
