/** A half-filled sheet in the hand and in the store: every change is kept at once, so that a killed page loses none. */
import { onScopeDispose, ref, shallowRef } from 'vue'

import { now } from '@/core/clock'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import type { Template } from '@/ground/checklists/types'
import { takeOver, type Fresh } from '@/domains/patrols/fresh'
import { keeperOf } from '@/core/store/keeper'
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
