/** Yearly plans as the server tells them, and the acts that take one on. */
import { computed } from 'vue'

import { corrected } from '@/core/clock'
import { dayOf } from '@/core/text/when'
import type { Plan, PlanAct, PlanItem } from '@/domains/vacancy/plan'
import { useAct } from '@/domains/vacancy/useAct'
import { useAsked } from '@/domains/vacancy/useAsked'
import { useRoles } from '@/domains/vacancy/useRoles'

const ACTS: PlanAct[] = ['save', 'submit', 'return', 'merge', 'approve']
const KINDS = ACTS.map((act) => `vacancy.plan_${act}`)

type Step = Exclude<PlanAct, 'save'>

/** Answer the plans, as whom one acts, and the acts; the list is asked for anew once the server answered. */
export function usePlans() {
  const { data, failed, load } = useAsked<{ plans: Plan[] }>('/plans')
  const { act, waits, refused } = useAct(KINDS, load)
  const plans = computed(() => data.value?.plans)

  /** Keep the plan as it is drafted, whole. Answers why not when it could not be kept. */
  const save = ({ id, year }: Pick<Plan, 'id' | 'year'>, items: readonly PlanItem[]) =>
    act({
      kind: 'vacancy.plan_save',
      about: id,
      body: { planId: id, year, items, note: '' },
      title: { year },
    })

  /** Take a plan a step on; a return says why. */
  function step({ id, year }: Plan, name: Step, said: string) {
    const words = name === 'return' ? { reason: said, note: '' } : { note: said }
    const body = { planId: id, ...words }
    return act({ kind: `vacancy.plan_${name}`, about: id, body, title: { year } })
  }

  const today = dayOf(corrected())
  return { plans, failed, load, roles: useRoles(), today, waits, refused, save, step }
}
