/** How one goes through the items of a sheet: the open one comes under the thumb, saving leads to what is missing. */
import { nextTick, type Ref } from 'vue'

import type { SheetRow } from '@/ground/checklists/sheet'
import type { Result } from '@/ground/checklists/types'
import { intoThumbZone } from '@/ground/checklists/views/thumbZone'

/** A sheet as far as walking through it needs it. */
export interface Walked {
  rows: Readonly<Ref<readonly SheetRow[]>>
  open: Readonly<Ref<string | null>>
  answer: (item: string, result: Result) => void
  goTo: (item: string | null) => void
  goToMissing: (after?: string) => void
}

/** Answer the way through the items of `sheet`, drawn inside `list`; `#item-place` stands where none is open. */
export function useItemFlow(sheet: Walked, list: Readonly<Ref<HTMLElement | null>>) {
  async function showOpen(): Promise<void> {
    await nextTick()
    intoThumbZone(list.value?.querySelector(`#item-${sheet.open.value ?? 'place'}`))
  }

  async function showField(): Promise<void> {
    await nextTick()
    list.value?.querySelector<HTMLElement>('#item-place textarea')?.focus()
  }

  function answer(item: string, result: Result): void {
    sheet.answer(item, result)
    void showOpen()
  }

  function reopen(item: string): void {
    sheet.goTo(item)
    void showOpen()
  }

  /** Lead to the first item that is missing, and there to the first field that lacks something. */
  async function showMissing(): Promise<void> {
    sheet.goToMissing()
    await nextTick()
    const item = list.value?.querySelector(`#item-${sheet.open.value}`)
    intoThumbZone(item?.querySelector('.gap-note') ?? item)
  }

  /** A reason was chosen: when that was all, go on. */
  function goOn(item: string): void {
    if (!sheet.rows.value.find((row) => row.item.id === item)?.whole) return
    sheet.goToMissing(item)
    void showOpen()
  }

  return { showOpen, showField, showMissing, answer, reopen, goOn }
}
