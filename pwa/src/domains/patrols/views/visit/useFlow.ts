/** How one goes through the sheet of a place: what is open there comes before the items, saving leads to what is missing. */
import { computed, nextTick, ref } from 'vue'

import type { OpenFinding } from '@/domains/patrols/needs'
import type { Outcome } from '@/domains/patrols/types'
import type { useSheet } from '@/domains/patrols/useSheet'
import type { PageOfSheet } from '@/ground/checklists/useSheetPage'
import { intoThumbZone } from '@/ground/checklists/views/thumbZone'

type Sheet = ReturnType<typeof useSheet>

/** Answer how open findings are looked at again on `page`. */
export function useSeeing(sheet: Sheet, page: PageOfSheet) {
  /** The first of what is open at the place that nobody has looked at on this visit. */
  const unseen = () =>
    sheet.findings.value?.find(({ id }) => sheet.draft.value?.seen?.[id] === undefined)

  async function showFirst(): Promise<void> {
    await nextTick()
    const finding = unseen()
    if (!finding) return page.flow.showOpen()
    intoThumbZone(page.list?.querySelector(`#finding-${finding.id}`))
  }

  function seeAgain(finding: OpenFinding, outcome: Outcome): void {
    sheet.seeAgain(finding, outcome)
    void showFirst()
  }

  void sheet.ready.then(showFirst)
  return { seeAgain }
}

/** Answer the saving of `sheet` on `page`. */
export function useSaving(sheet: Sheet, page: PageOfSheet) {
  /** Saving was asked for: from then on the item in the way says what it lacks. */
  const told = ref<string | null>(null)
  const wordsWrong = computed(() => sheet.wordless.value || sheet.bare.value)

  async function save(): Promise<void> {
    if (sheet.missing.value.length > 0) {
      told.value = sheet.missing.value[0]?.item.id ?? null
      return page.flow.showMissing()
    }
    told.value = 'place'
    if (wordsWrong.value) return page.refuse()
    await page.keep(sheet.save)
  }

  return { told, wordsWrong, save }
}
