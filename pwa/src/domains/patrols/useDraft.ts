/** A half-filled sheet in the hand and in the store: every change is kept at once, so that a killed page loses none. */
import { onScopeDispose, ref, shallowRef } from 'vue'

import { now } from '@/core/clock'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { dropDraft } from '@/core/photos/photos'
import type { KeptPhoto } from '@/core/photos/types'
import type { SheetPhoto, Template } from '@/ground/checklists/types'
import { takeOver, type Fresh } from '@/domains/patrols/fresh'
import { keeperOf } from '@/domains/patrols/keeper'
import { positionNow } from '@/domains/patrols/position'
import { asksPosition, keepDraft, readDraft, templatesFor } from '@/domains/patrols/repo'
import type { Draft } from '@/domains/patrols/types'

/** A position later than this says nothing about where the label was scanned. */
const POSITION_MS = 120_000

/** Answer the sheet `id`. `draft` is undefined while it is read, null when it is gone. */
export function useDraft(id: string) {
  const draft = shallowRef<Draft | null>()
  const template = shallowRef<Template>()
  const notKept = ref<WhyNotKept | null>(null)
  const keeper = keeperOf(keepDraft, (error) => (notKept.value = error ? whyNotKept(error) : null))
  onScopeDispose(() => void keeper.settled())

  function show({ draft: opened, template: asked, kept }: Fresh): void {
    draft.value = opened
    template.value = asked
    kept.catch(() => keeper.keep(opened))
    void notePosition(opened)
  }

  async function load(): Promise<void> {
    const fresh = takeOver(id)
    if (fresh) return show(fresh)
    const found = (await readDraft(id)) ?? null
    if (found) {
      const templates = await templatesFor(found.checklist.type)
      template.value = templates.find(({ version }) => version === found.checklist.version)
    }
    draft.value = found
    if (found?.position === null) void notePosition(found)
  }

  function put(change: (draft: Draft) => Draft): void {
    if (!draft.value) return
    draft.value = change(draft.value)
    keeper.keep(draft.value)
  }

  async function notePosition({ scannedAt, estate }: Draft): Promise<void> {
    if (now().getTime() - Date.parse(scannedAt) > POSITION_MS) return
    if (!(await asksPosition(estate))) return
    const position = await positionNow()
    if (position) put((kept) => ({ ...kept, position }))
  }

  const { settled, stop } = keeper
  return { draft, template, notKept, load, put, settled, stop }
}

/** Answer what is done with the photos of a sheet. */
export function useDraftPhotos(put: ReturnType<typeof useDraft>['put']) {
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
