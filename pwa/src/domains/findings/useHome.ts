/** What is seen of a home from outside, and who was called (PAT-N3): a report of its own, at the place it is seen from. */
import { computed, ref, shallowReactive } from 'vue'

import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'
import { newestFor } from '@/ground/checklists/rules'
import { templateTable } from '@/ground/checklists/table'
import type { StepTaken, Template } from '@/ground/checklists/types'
import { placeTable } from '@/ground/places/table'
import type { Place } from '@/ground/places/types'
import { prepareReport, type Reported } from '@/domains/findings/repo'
import { HOME_TYPE, reportRemarks } from '@/domains/findings/rules'
import type { FindingPhoto } from '@/domains/findings/types'

interface Around {
  template: Template | undefined
  places: Place[]
}

async function readAround(): Promise<Around> {
  const { rows } = useStore()
  const estate = useSession().estate.value?.id ?? ''
  const [templates, places] = await Promise.all([
    rows(templateTable).where('type').equals(HOME_TYPE).toArray(),
    rows(placeTable).where({ estate }).toArray(),
  ])
  const used = places.filter(({ active }) => active)
  const byName = (a: Place, b: Place) => a.name.localeCompare(b.name, 'zh', { numeric: true })
  return { template: newestFor(HOME_TYPE, templates), places: used.sort(byName) }
}

/** Answer the form, what it lacks in words, and how it is kept; `placeId`: where one stands, '' when that is asked. */
export function useHome(placeId: string) {
  const around = useLive<Around | null>(readAround, null)
  const form = shallowReactive({
    placeId,
    unit: '',
    choice: null as string | null,
    description: '',
    spot: '',
    calls: [] as StepTaken[],
    photos: [] as FindingPhoto[],
  })
  const told = ref(false)
  const notKept = ref<WhyNotKept | null>(null)
  const item = computed(() => around.value?.template?.items[0])

  const report = ({ type, version, hash }: Template): Reported => ({
    findingId: newId(),
    placeId: form.placeId,
    checklist: { type, version, hash },
    item: item.value?.id ?? '',
    choice: form.choice,
    description: form.description.trim(),
    spot: form.spot.trim(),
    action: 'reported',
    foundAt: now().toISOString(),
    details: { unit: form.unit.trim(), plate: null, number: null, expiry: null, reading: null },
    steps: form.calls,
    photos: [...form.photos],
  })
  const lacks = computed(() => {
    const { template } = around.value ?? {}
    if (!template || !item.value) return t('findings.home.notPulled')
    if (!form.placeId) return t('findings.home.placeMissing')
    if (!form.choice) return t('findings.home.choiceMissing')
    const [code] = reportRemarks({ ...report(template), origin: null }, item.value)
    return code ? refusal(code) : ''
  })

  /** Keep the report. Answers its id; null when something is lacking or it was not kept. */
  async function send(): Promise<string | null> {
    told.value = true
    const { template, places } = around.value ?? {}
    if (lacks.value || !template) return null
    const sent = report(template)
    const name = places?.find(({ id }) => id === sent.placeId)?.name ?? ''
    const { item: carried, also } = prepareReport(null, sent, name)
    try {
      await keep([carried], [also])
      return sent.findingId
    } catch (error) {
      notKept.value = whyNotKept(error)
      return null
    }
  }
  return { around, form, item, lacks, told, notKept, send }
}
