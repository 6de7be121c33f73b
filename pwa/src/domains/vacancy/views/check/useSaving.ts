/** Saving a check: it leads to what is missing, item by item and then before leaving. */
import { nextTick, ref } from 'vue'

import type { useCheck } from '@/domains/vacancy/useCheck'
import type { PageOfSheet } from '@/ground/checklists/useSheetPage'
import { intoThumbZone } from '@/ground/checklists/views/thumbZone'

/** Answer the saving of `sheet` on `page`. */
export function useSaving(sheet: ReturnType<typeof useCheck>, page: PageOfSheet) {
  /** Saving was asked for: from then on the item in the way says what it lacks, */
  const told = ref<string | null>(null)
  /** and the fields below the items. */
  const toldLeaving = ref(false)

  async function showLeaving(): Promise<void> {
    toldLeaving.value = true
    await nextTick()
    intoThumbZone(page.list?.querySelector(`#leave-${sheet.leaving.value[0]}`))
  }

  async function save(): Promise<void> {
    if (sheet.missing.value.length > 0) {
      told.value = sheet.missing.value[0]?.item.id ?? null
      return page.flow.showMissing()
    }
    if (sheet.leaving.value.length > 0) return showLeaving()
    if (sheet.bare.value) return page.refuse()
    await page.keep(sheet.save)
  }

  return { told, toldLeaving, save }
}
