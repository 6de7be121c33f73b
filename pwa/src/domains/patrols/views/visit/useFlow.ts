/** How one goes through a sheet: the open item comes under the thumb, saving leads to what is missing. */
import { computed, nextTick, ref, type Ref } from 'vue'

import type { KeptPhoto } from '@/core/photos/types'
import { signal } from '@/core/scan/signals'
import type { OpenFinding } from '@/domains/patrols/needs'
import { photosOf } from '@/domains/patrols/sheet'
import type { Outcome } from '@/domains/patrols/types'
import type { useSheet } from '@/domains/patrols/useSheet'
import { intoThumbZone } from '@/domains/patrols/views/visit/thumbZone'
import type { Result, SheetPhoto } from '@/ground/checklists/types'

type Sheet = ReturnType<typeof useSheet>

/** How long 已存在本机 stays before the next place comes. */
const SAVED_MS = 1000

/** Answer the way through the items of `sheet`, drawn inside `list`. */
export function useFlow(sheet: Sheet, list: Readonly<Ref<HTMLElement | null>>) {
  const { rows, open } = sheet
  /** The first of what is open at the place that nobody has looked at on this visit. */
  const unseen = () =>
    sheet.findings.value?.find(({ id }) => sheet.draft.value?.seen?.[id] === undefined)

  async function showOpen(): Promise<void> {
    await nextTick()
    intoThumbZone(list.value?.querySelector(`#item-${open.value ?? 'place'}`))
  }

  async function showField(): Promise<void> {
    await nextTick()
    list.value?.querySelector<HTMLElement>('#item-place textarea')?.focus()
  }

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

  function answer(item: string, result: Result): void {
    sheet.answer(item, result)
    void showOpen()
  }

  function reopen(item: string): void {
    sheet.goTo(item)
    void showOpen()
  }

  function goToMissing(after?: string): void {
    sheet.goToMissing(after)
    void showOpen()
  }

  /** Lead to the first item that is missing, and there to the first field that lacks something. */
  async function showMissing(): Promise<void> {
    sheet.goToMissing()
    await nextTick()
    const item = list.value?.querySelector(`#item-${open.value}`)
    intoThumbZone(item?.querySelector('.gap-note') ?? item)
  }

  /** A reason was chosen: when that was all, go on. */
  function goOn(item: string): void {
    if (rows.value.find((row) => row.item.id === item)?.whole) goToMissing(item)
  }

  void sheet.ready.then(showFirst)
  return { answer, reopen, seeAgain, showMissing, goOn, showField }
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

/** Answer what is being photographed, and the way to take it in. */
export function useTaking(sheet: Sheet) {
  const taking = ref<{ item: string | null; moment: SheetPhoto['moment'] } | null>(null)

  function take(item: string | null, moment: SheetPhoto['moment'] = 'before'): void {
    taking.value = { item, moment }
  }

  /** The camera in the foot is for what one looks at: the abnormal item in hand, else the place. */
  function takeOfOpen(): void {
    const row = sheet.rows.value.find(({ item }) => item.id === sheet.open.value)
    if (row?.answer?.result !== 'abnormal') return take(null)
    const solved = row.gaps.includes('after') && !row.gaps.includes('photo')
    take(row.item.id, solved ? 'after' : 'before')
  }

  function taken(photo: KeptPhoto): void {
    if (taking.value) sheet.addPhoto(photo, taking.value.item, taking.value.moment)
  }

  /** The newest photo of the item before anything was done about it, while the one after is taken. */
  const before = computed(() => {
    if (taking.value?.moment !== 'after' || !sheet.draft.value) return undefined
    const own = photosOf(sheet.draft.value, taking.value.item)
    return own.findLast(({ moment }) => moment === 'before')?.sha256
  })

  return { taking, before, take, takeOfOpen, taken }
}
