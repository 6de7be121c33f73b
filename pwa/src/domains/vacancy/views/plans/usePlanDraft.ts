/** A year's plan while it is drafted: it outlives a killed page, until it is kept. */
import { computed, ref } from 'vue'

import { keepText } from '@/core/keptWords'
import { newId } from '@/core/ids'
import { t } from '@/core/text'
import { firstItems, withItem, type Plan, type PlanItem } from '@/domains/vacancy/plan'

const usual = (task: string) => ({
  what: t(`vacancy.care.tasks.${task}`),
  frequency: t(`vacancy.plans.usual.${task}`),
})

/** Answer the items as they are drafted, and how they change; what was told since makes an older draft void. */
export function usePlanDraft(plans: readonly Plan[], year: number, plan: Plan | undefined) {
  const id = plan?.id ?? newId()
  const text = ref('')
  const forget = keepText(`plan-${plan?.acts.length ?? 0}`, text)
  if (!text.value) text.value = JSON.stringify(plan?.items ?? firstItems(plans, year, usual))
  const items = computed(() => JSON.parse(text.value) as PlanItem[])
  const put = (at: number, item: PlanItem | null) =>
    (text.value = JSON.stringify(withItem(items.value, at, item)))
  return { id, items, put, forget }
}
