/** The form that is filled in when everybody is out of a home again. */
import { computed, ref, shallowReactive } from 'vue'

import { now } from '@/core/clock'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'
import type { SheetPhoto } from '@/ground/checklists/types'
import { keepLeaving } from '@/domains/emergencies/repo'
import { leavingLacks } from '@/domains/emergencies/rules'
import type { Entry, LeaveBody } from '@/domains/emergencies/types'

/** Answer the form, what it lacks, and how it is kept. */
export function useLeaving(entry: () => Entry) {
  const form = shallowReactive({
    done: '',
    /** Whether the household was told; null until that is said. */
    reached: null as boolean | null,
    who: '',
    notTold: '',
    photos: [] as Omit<SheetPhoto, 'item' | 'task'>[],
  })
  const told = ref(false)
  const notKept = ref<WhyNotKept | null>(null)

  const body = (): LeaveBody => {
    const at = now().toISOString()
    const named = form.reached === true && form.who.trim() !== ''
    return {
      entryId: entry().id,
      leftAt: at,
      done: form.done.trim(),
      resident: named ? { who: form.who.trim(), at } : null,
      notTold: form.reached === false ? form.notTold.trim() : '',
      photos: form.photos.map(({ sha256, takenAt, live }) => ({ sha256, takenAt, live })),
    }
  }
  const lacks = computed(() => {
    if (!form.done.trim()) return t('emergencies.doneMissing')
    const [code] = leavingLacks(body(), entry().photos.length > 0)
    return code ? refusal(code) : ''
  })

  /** Keep it. Answers whether it was; else what is lacking, or why not, is told. */
  async function leave(): Promise<boolean> {
    told.value = true
    if (lacks.value) return false
    try {
      await keepLeaving(body(), entry().unit)
      return true
    } catch (error) {
      notKept.value = whyNotKept(error)
      return false
    }
  }
  return { form, told, lacks, notKept, leave }
}
