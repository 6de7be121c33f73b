/** The form that is filled in before a home is entered. */
import { computed, ref, shallowReactive } from 'vue'

import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { useSession } from '@/core/session/session'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'
import type { SheetPhoto } from '@/ground/checklists/types'
import { keepEntering } from '@/domains/emergencies/repo'
import { enteringLacks } from '@/domains/emergencies/rules'
import type { EnterBody, Present } from '@/domains/emergencies/types'
import { useColleagues } from '@/domains/emergencies/use'

/** Answer the form, who may be named in it, what it lacks, and how it is kept. */
export function useEntering(given: { findingId: string | null; unit: string }) {
  const { colleagues, managers } = useColleagues()
  const form = shallowReactive({
    unit: given.unit,
    reason: '',
    authorisedBy: '',
    authorisedAt: '',
    present: [useSession().me.value?.id ?? ''],
    others: '',
    photos: [] as Omit<SheetPhoto, 'item' | 'task'>[],
  })
  const told = ref(false)
  const notKept = ref<WhyNotKept | null>(null)

  const body = (enteredAt: Date): EnterBody => ({
    entryId: newId(),
    findingId: given.findingId,
    unit: form.unit.trim(),
    reason: form.reason.trim(),
    authorisedBy: form.authorisedBy,
    authorisedAt: form.authorisedAt || enteredAt.toISOString(),
    present: presentIn(form.present, form.others, colleagues.value),
    enteredAt: enteredAt.toISOString(),
    photos: form.photos.map(({ sha256, takenAt, live }) => ({ sha256, takenAt, live })),
  })
  const lacks = computed(() => {
    if (!form.unit.trim()) return t('emergencies.unitMissing')
    const [code] = enteringLacks(body(now()), new Set(managers.value.map(({ id }) => id)))
    return code ? refusal(code) : ''
  })

  /** The word of a manager counts from the moment it was given. */
  function authorise(id: string): void {
    form.authorisedBy = id
    form.authorisedAt = now().toISOString()
  }

  function toggle(id: string): void {
    const there = form.present.includes(id)
    form.present = there ? form.present.filter((one) => one !== id) : [...form.present, id]
  }

  /** Keep it. Answers the entry's id; null when something is lacking or it was not kept. */
  async function enter(): Promise<string | null> {
    told.value = true
    if (lacks.value) return null
    const sent = body(now())
    try {
      await keepEntering(sent)
      return sent.entryId
    } catch (error) {
      notKept.value = whyNotKept(error)
      return null
    }
  }
  return { form, colleagues, managers, lacks, told, notKept, authorise, toggle, enter }
}

function presentIn(
  ids: readonly string[],
  others: string,
  colleagues: readonly { id: string; name: string }[],
): Present[] {
  const staff = colleagues
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({ personId: id, name }))
  const named = others
    .split(/[、,，;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...staff, ...named.map((name) => ({ personId: null, name: name.slice(0, 80) }))]
}
