/** Saving a check: it leads to what is missing, item by item and then before leaving. */
import { nextTick, ref, type Ref } from 'vue'

import { signal } from '@/core/scan/signals'
import type { useItemFlow } from '@/ground/checklists/useItemFlow'
import { intoThumbZone } from '@/ground/checklists/views/thumbZone'
import type { useCheck } from '@/domains/vacancy/useCheck'

/** How long 已存在本机 stays before the list comes back. */
const SAVED_MS = 1000

/** Answer the saving of `sheet`, drawn inside `list`; `away` leaves the page once it is kept. */
export function useSaving(
  sheet: ReturnType<typeof useCheck>,
  flow: ReturnType<typeof useItemFlow>,
  list: Readonly<Ref<HTMLElement | null>>,
  away: () => void,
) {
  /** Saving was asked for: from then on the item in the way says what it lacks, */
  const told = ref<string | null>(null)
  /** and the fields below the items. */
  const toldLeaving = ref(false)
  const saving = ref<'no' | 'now' | 'done'>('no')
  const failed = ref<string | null>(null)

  async function showLeaving(): Promise<void> {
    toldLeaving.value = true
    await nextTick()
    intoThumbZone(list.value?.querySelector(`#leave-${sheet.leaving.value[0]}`))
  }

  async function save(): Promise<void> {
    if (sheet.missing.value.length > 0) {
      told.value = sheet.missing.value[0]?.item.id ?? null
      return flow.showMissing()
    }
    if (sheet.leaving.value.length > 0) return showLeaving()
    if (sheet.bare.value) {
      signal('refused')
      return flow.showField()
    }
    saving.value = 'now'
    failed.value = await sheet.save()
    saving.value = failed.value ? 'no' : 'done'
    if (failed.value) return signal('refused')
    signal('saved')
    setTimeout(away, SAVED_MS)
  }

  return { told, toldLeaving, saving, failed, save }
}
