/** A site visit on the screen: what is answered, what is missing, what is done on it. */
import { computed, onScopeDispose, ref, shallowRef, type Ref } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keeperOf } from '@/core/store/keeper'
import { rowsOf } from '@/ground/checklists/sheet'
import type { Template } from '@/ground/checklists/types'
import { useAnswering } from '@/ground/checklists/useAnswering'
import { useDraftPhotos } from '@/ground/checklists/useSheetPhotos'
import type { Board } from '@/domains/renovation/board'
import {
  keepVisitDraft,
  readVisitDraft,
  saveVisit,
  siteTemplates,
  throwAway,
  type ServedNow,
} from '@/domains/renovation/opening'
import { violationsOf, visitLack } from '@/domains/renovation/siteVisit'
import type { SiteDraft } from '@/domains/renovation/visit/types'

/** Answer the half-filled visit `id`: undefined while it is read, null when it is gone. */
function useDraft(id: string) {
  const draft = shallowRef<SiteDraft | null>()
  const template = shallowRef<Template>()
  const notKept = ref<WhyNotKept | null>(null)
  const failed = (error: unknown) => (notKept.value = error ? whyNotKept(error) : null)
  const keeper = keeperOf(keepVisitDraft, failed)
  onScopeDispose(() => void keeper.settled())

  async function load(): Promise<void> {
    const found = (await readVisitDraft(id)) ?? null
    const templates = await siteTemplates()
    template.value = templates.find(({ version }) => version === found?.checklist?.version)
    draft.value = found
  }

  function put(change: (draft: SiteDraft) => SiteDraft): void {
    if (!draft.value) return
    draft.value = change(draft.value)
    keeper.keep(draft.value)
  }

  return { draft, template, notKept, keeper, load, put }
}

/** Answer the visit `id` with all that is done on it. */
export function useSiteVisit(id: string, board: Ref<Board | null | undefined>) {
  const { draft, template, notKept, keeper, load, put } = useDraft(id)
  const bareWords = computed(() => board.value?.bareWords ?? [])
  const held = computed(() => board.value?.byId.get(draft.value?.renovationId ?? ''))
  const rows = computed(() =>
    draft.value?.outcome === 'visited' && template.value
      ? rowsOf(draft.value, template.value, bareWords.value)
      : [],
  )
  const lack = computed(() =>
    draft.value ? visitLack(draft.value, template.value, bareWords.value) : null,
  )
  const violations = computed(() => (draft.value ? violationsOf(draft.value) : []))
  const change = (part: Partial<SiteDraft>) => put((kept) => ({ ...kept, ...part }))
  const answering = useAnswering(put, rows)

  async function save(served: ServedNow | null): Promise<WhyNotKept | null> {
    await keeper.settled()
    if (!draft.value || !held.value) return 'broken'
    const why = await saveVisit(draft.value, held.value.one, template.value, served)
    if (why === null) keeper.stop()
    return why
  }

  async function discard(): Promise<void> {
    await keeper.settled()
    keeper.stop()
    if (draft.value) await throwAway(draft.value)
  }

  const ready = load().then(() => answering.goToMissing())
  const shown = { draft, template, held, rows, lack, violations, notKept, ready }
  return {
    ...shown,
    ...answering,
    ...useDraftPhotos(put),
    change,
    put,
    save,
    discard,
  }
}
