/** Photos of a sheet: what is being photographed, what is kept with the draft, what is taken out again. */
import { computed, ref, type Ref } from 'vue'

import { dropDraft } from '@/core/photos/photos'
import type { KeptPhoto } from '@/core/photos/types'
import { photosOf, type SheetDraft, type SheetRow } from '@/ground/checklists/sheet'
import type { SheetPhoto } from '@/ground/checklists/types'
import type { Put } from '@/ground/checklists/useAnswering'

/** Answer what is done with the photos of a draft. */
export function useDraftPhotos<D extends SheetDraft>(put: Put<D>) {
  function addPhoto(
    photo: KeptPhoto,
    item: string | null,
    moment: SheetPhoto['moment'],
    task?: string,
  ): void {
    const { sha256, takenAt, live } = photo
    const added = { sha256, takenAt, live, item, moment, ...(task && { task }) }
    put((draft) => {
      // The same picture taken in twice stays one, and stays with the item that had it first.
      if (draft.photos.some((one) => one.sha256 === sha256)) return draft
      return { ...draft, photos: [...draft.photos, added] }
    })
  }

  function removePhoto(sha256: string): void {
    put((draft) => ({
      ...draft,
      photos: draft.photos.filter((photo) => photo.sha256 !== sha256),
    }))
    void dropDraft(sha256)
  }

  return { addPhoto, removePhoto }
}

/** A sheet as far as its camera needs it. */
export interface Photographed {
  draft: Readonly<Ref<SheetDraft | null | undefined>>
  rows: Readonly<Ref<readonly SheetRow[]>>
  open: Readonly<Ref<string | null>>
  addPhoto: ReturnType<typeof useDraftPhotos>['addPhoto']
}

/** Answer what is being photographed, and the way to take it in. */
export function useTaking(sheet: Photographed) {
  const taking = ref<{ item: string | null; moment: SheetPhoto['moment'] } | null>(null)

  function take(item: string | null, moment: SheetPhoto['moment'] = 'before'): void {
    taking.value = { item, moment }
  }

  /** The camera in the foot is for what one looks at: the abnormal item in hand, else the whole. */
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
