/** The page of a sheet: the way through its items, its camera, saving it, throwing it away. */
import { computed, reactive, ref, shallowRef, type Ref } from 'vue'

import { useBusy } from '@/core/busy'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { signal } from '@/core/scan/signals'
import type { DraftAnswer } from '@/ground/checklists/types'
import { useItemFlow, type Walked } from '@/ground/checklists/useItemFlow'
import { useTaking, type Photographed } from '@/ground/checklists/useSheetPhotos'

/** How long 已存在本机 stays before one is led on. */
const SAVED_MS = 1000

/** A sheet as far as its page needs it. */
export interface PagedSheet extends Walked, Photographed {
  notKept: Readonly<Ref<WhyNotKept | null>>
  changeAnswer: (item: string, part: Partial<DraftAnswer>) => void
  removePhoto: (sha256: string) => void
  discard: () => Promise<void>
}

/** Answer how a sheet is kept: what the button shows, and why it was not kept. `away` leaves the page. */
function useKeeping(sheet: PagedSheet, away: () => void) {
  const saving = ref<'no' | 'now' | 'done'>('no')
  const failed = ref<WhyNotKept | null>(null)
  const trouble = computed(() => failed.value ?? sheet.notKept.value)
  useBusy(computed(() => !!sheet.draft.value && saving.value !== 'done'))

  /** Keep the sheet; `save` answers why it was not kept. */
  async function keep(save: () => Promise<WhyNotKept | null>): Promise<void> {
    saving.value = 'now'
    failed.value = await save()
    saving.value = failed.value ? 'no' : 'done'
    signal(failed.value ? 'refused' : 'saved')
    if (!failed.value) setTimeout(away, SAVED_MS)
  }

  async function discard(): Promise<void> {
    await sheet.discard()
    away()
  }

  return { saving, trouble, keep, discard }
}

/** Answer the page of `sheet`, for `SheetPage` to draw; `away` leaves it once the sheet is kept or thrown away. */
export function useSheetPage(sheet: PagedSheet, away: () => void) {
  const list = shallowRef<HTMLElement | null>(null)
  const flow = useItemFlow(sheet, list)
  const camera = useTaking(sheet)
  const row = computed(() => sheet.rows.value.find(({ item }) => item.id === sheet.open.value))

  /** The camera was closed: when the photo was all that an item lacked, go on. */
  function takenAll(): void {
    const item = camera.taking.value?.item
    camera.taking.value = null
    if (item) flow.goOn(item)
  }

  /** The words of the whole are missing, or say nothing: lead there. */
  function refuse(): Promise<void> {
    signal('refused')
    return flow.showField()
  }

  const missing = computed(() => sheet.rows.value.filter(({ whole }) => !whole).length)
  const nextNumber = computed(() => sheet.rows.value.findIndex(({ whole }) => !whole) + 1)
  const lacks = computed(() => row.value?.gaps ?? [])
  const drawIn = (element: HTMLElement | null) => (list.value = element)
  const asked = { missing, nextNumber, lacks }
  const kept = useKeeping(sheet, away)
  return reactive({
    sheet,
    flow,
    list,
    drawIn,
    away,
    takenAll,
    refuse,
    ...camera,
    ...asked,
    ...kept,
  })
}

export type PageOfSheet = ReturnType<typeof useSheetPage>
