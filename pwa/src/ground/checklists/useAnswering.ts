/** Going through a sheet: which item is open, how long it is looked at, what is answered. */
import { ref, type Ref } from 'vue'

import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import {
  answered,
  changed,
  nextMissing,
  type SheetDraft,
  type SheetRow,
} from '@/ground/checklists/sheet'
import type { DraftAnswer, Result } from '@/ground/checklists/types'

/** Changes the draft in the hand. */
export type Put<D> = (change: (draft: D) => D) => void

/** Answer which item is open, and how answers are given; its time runs while it is open. `give` takes an answer in. */
export function useAnswering<D extends SheetDraft>(
  put: Put<D>,
  rows: Ref<SheetRow[]>,
  give: typeof answered<D> = answered,
) {
  const open = ref<string | null>(null)
  let openedAt = now().getTime()
  const msOf = (item: string, at: Date) => (item === open.value ? at.getTime() - openedAt : 0)

  /** Show an item as the open one; its time starts to run. */
  function goTo(item: string | null): void {
    open.value = item
    openedAt = now().getTime()
  }

  /** Open the next item that is missing; none when all are whole. */
  const goToMissing = (after?: string) => goTo(nextMissing(rows.value, after)?.item.id ?? null)

  /** Give an item its result and go on to the next that is missing, unless this one asks for more. */
  function answer(item: string, result: Result): void {
    const at = now()
    const ms = msOf(item, at)
    put((kept) => give(kept, item, result, { at, ms, findingId: newId() }))
    const whole = rows.value.find((row) => row.item.id === item)?.whole
    if (whole) goToMissing(item)
    else goTo(item)
  }

  const changeAnswer = (item: string, part: Partial<DraftAnswer>) =>
    put((kept) => changed(kept, item, part))

  return { open, goTo, goToMissing, answer, changeAnswer, msOf }
}
