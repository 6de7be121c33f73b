/** The sheet of one place on the screen: what is open, what is missing, what is done on it. */
import { computed, type Ref } from 'vue'

import { corrected, now } from '@/core/clock'
import { newId } from '@/core/ids'
import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { isBareNormal } from '@/ground/checklists/rules'
import { rowsOf, type SheetRow } from '@/ground/checklists/sheet'
import type { Template } from '@/ground/checklists/types'
import { useAnswering } from '@/ground/checklists/useAnswering'
import { useDraftPhotos } from '@/ground/checklists/useSheetPhotos'
import { seenAgain } from '@/domains/patrols/again'
import type { OpenFinding } from '@/domains/patrols/needs'
import { saveVisit, throwAway, type Ground } from '@/domains/patrols/repo'
import { roundIdOf } from '@/domains/patrols/rules'
import { answered, needsWords } from '@/domains/patrols/sheet'
import { taskOfSheet } from '@/domains/patrols/tasks'
import type { Draft, Outcome } from '@/domains/patrols/types'
import { useGround, useSeenAt } from '@/domains/patrols/use'
import { useDraft } from '@/domains/patrols/useDraft'
import { useOpen } from '@/domains/patrols/useOpen'

type Known = Ref<Ground | null | undefined>

/** Answer what is given and what is missing, item by item. */
function useRows(
  draft: Ref<Draft | null | undefined>,
  template: Ref<Template | undefined>,
  ground: Known,
) {
  const settings = computed(() => ground.value?.estate.settings)
  const bareWords = computed(() => settings.value?.bare_normal_words ?? [])
  const rows = computed(() =>
    draft.value && template.value ? rowsOf(draft.value, template.value, bareWords.value) : [],
  )
  const missing = computed(() => rows.value.filter(({ whole }) => !whole))
  /** Every item is answered, yet nothing was said (PAT-R03). */
  const wordless = computed(() => {
    if (!draft.value || !template.value || !settings.value || missing.value.length > 0) return false
    return needsWords(draft.value, template.value, settings.value)
  })
  /** The observation says nothing but 正常 (PAT-R02). */
  const bare = computed(() => isBareNormal(draft.value?.observation ?? '', bareWords.value))
  return { rows, missing, wordless, bare }
}

/** Answer the visits of the place before this one: the last, and whether this round had one already. */
function useBefore(draft: Ref<Draft | null | undefined>) {
  const seen = useSeenAt(computed(() => draft.value?.placeId))
  const before = computed(() => {
    if (!draft.value || !seen.value) return []
    const moment = corrected(new Date(draft.value.scannedAt))
    return seen.value.filter(({ at }) => at < moment)
  })
  const roundId = computed(() =>
    draft.value?.round ? roundIdOf(draft.value.estate, draft.value.round) : null,
  )
  return {
    last: computed(() => before.value.at(-1)),
    again: computed(() => before.value.findLast((seen) => seen.roundId === roundId.value)),
  }
}

/** Answer how open findings are looked at again, besides the items being answered. */
function useSheetAnswers(
  put: ReturnType<typeof useDraft>['put'],
  rows: Ref<SheetRow[]>,
  template: Ref<Template | undefined>,
) {
  const { msOf, ...answering } = useAnswering(put, rows, answered)

  /** Say of an open finding what became of it; its item is answered with the same tap. */
  function seeAgain(finding: OpenFinding, outcome: Outcome): void {
    const at = now()
    const tap = { at, ms: msOf(finding.item, at), sightingId: newId() }
    const asked = template.value?.items.some(({ id }) => id === finding.item) ?? false
    put((kept) => seenAgain(kept, finding, outcome, tap, asked))
    answering.goToMissing()
  }

  return { ...answering, seeAgain }
}

/** Answer the sheet `id` with all that is done on it. */
export function useSheet(id: string) {
  const ground = useGround()
  const { draft, template, notKept, load, put, settled, stop } = useDraft(id)
  const { rows, missing, wordless, bare } = useRows(draft, template, ground)
  const { readOpen, ...known } = useOpen(draft, template)
  const answering = useSheetAnswers(put, rows, template)
  const place = computed(() => draft.value && ground.value?.places.get(draft.value.placeId))
  const task = computed(() =>
    draft.value && ground.value
      ? taskOfSheet(draft.value, place.value ?? undefined, ground.value.estate.settings)
      : null,
  )
  const observe = (observation: string) => put((kept) => ({ ...kept, observation }))

  /** Keep the visit. Answers why not when it was not kept; then the sheet is as it was. */
  async function save(): Promise<WhyNotKept | null> {
    await settled()
    if (!draft.value || !template.value || !ground.value) return 'broken'
    try {
      await saveVisit(draft.value, template.value, {
        placeName: place.value?.name ?? '',
        timezone: ground.value.estate.timezone,
        settingsVersion: ground.value.estate.settingsVersion,
      })
      stop()
      return null
    } catch (error) {
      return whyNotKept(error)
    }
  }

  async function discard(): Promise<void> {
    await settled()
    stop()
    if (draft.value) await throwAway(draft.value)
  }

  const ready = load()
    .then(readOpen)
    .then(() => answering.goToMissing())
  const shown = { ground, draft, template, place, task, rows, missing, notKept, ...known }
  const said = { wordless, bare, observe, save, discard, ready }
  return { ...shown, ...said, ...answering, ...useBefore(draft), ...useDraftPhotos(put) }
}
