/** How one goes through a sheet: the open item comes under the thumb, saving leads to what is missing. */
import { computed, nextTick, ref, type Ref } from 'vue'

import { signal } from '@/core/scan/signals'
import type { OpenFinding } from '@/domains/patrols/needs'
import type { Outcome } from '@/domains/patrols/types'
import type { useSheet } from '@/domains/patrols/useSheet'
import { useItemFlow } from '@/ground/checklists/useItemFlow'
import { intoThumbZone } from '@/ground/checklists/views/thumbZone'

type Sheet = ReturnType<typeof useSheet>

/** How long 已存在本机 stays before the next place comes. */
const SAVED_MS = 1000

/** Answer the way through the items of `sheet`, drawn inside `list`. */
export function useFlow(sheet: Sheet, list: Readonly<Ref<HTMLElement | null>>) {
  const { showOpen, ...flow } = useItemFlow(sheet, list)
  /** The first of what is open at the place that nobody has looked at on this visit. */
  const unseen = () =>
    sheet.findings.value?.find(({ id }) => sheet.draft.value?.seen?.[id] === undefined)

  /** What is open here comes before the items. */
  async function showFirst(): Promise<void> {
    await nextTick()
    const finding = unseen()
    if (!finding) return showOpen()
    intoThumbZone(list.value?.querySelector(`#finding-${finding.id}`))
  }

  function seeAgain(finding: OpenFinding, outcome: Outcome): void {
    sheet.seeAgain(finding, outcome)
    void showFirst()
  }

  void sheet.ready.then(showFirst)
  return { ...flow, seeAgain }
}

/** Answer the saving of `sheet`; `away` leaves the page once it is kept. */
export function useSaving(sheet: Sheet, flow: ReturnType<typeof useFlow>, away: () => void) {
  /** Saving was asked for: from then on the item in the way says what it lacks. */
  const told = ref<string | null>(null)
  const saving = ref<'no' | 'now' | 'done'>('no')
  const failed = ref<string | null>(null)
  const wordsWrong = computed(() => sheet.wordless.value || sheet.bare.value)

  function refuse(show: () => unknown): void {
    signal('refused')
    void show()
  }

  async function save(): Promise<void> {
    if (sheet.missing.value.length > 0) {
      told.value = sheet.missing.value[0]?.item.id ?? null
      return flow.showMissing()
    }
    told.value = 'place'
    if (wordsWrong.value) return refuse(flow.showField)
    saving.value = 'now'
    failed.value = await sheet.save()
    saving.value = failed.value ? 'no' : 'done'
    if (failed.value) return signal('refused')
    signal('saved')
    setTimeout(away, SAVED_MS)
  }

  return { told, saving, failed, wordsWrong, save }
}
