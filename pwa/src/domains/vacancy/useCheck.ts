/** The sheet of a vacant unit on the screen: what is asked, what is missing, what is done on it. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keeperOf } from '@/core/store/keeper'
import { useStore } from '@/core/store/use'
import { t } from '@/core/text'
import { isBareNormal } from '@/ground/checklists/rules'
import { rowsOf } from '@/ground/checklists/sheet'
import type { Words } from '@/ground/checklists/types'
import { useAnswering } from '@/ground/checklists/useAnswering'
import { useDraftPhotos } from '@/ground/checklists/useSheetPhotos'
import { estateTable } from '@/ground/estates/table'
import {
  keepDraft,
  readBoard,
  readDraft,
  readLists,
  runningIn,
  saveCheck,
  throwAway,
  type Board,
  type Lists,
} from '@/domains/vacancy/repo'
import { leaveGaps, litresRun, templateOf } from '@/domains/vacancy/sheet'
import type { CheckDraft, OpenValve, Valve, ValveState } from '@/domains/vacancy/types'

/** Shown as a hint only: the same in every language that is on the screen. */
function noteHint(): Words {
  const words = t('vacancy.check.whyUnreadable')
  return { 'zh-Hans': words, 'zh-Hant': words, en: words }
}

/** Answer the sheet `id` in the hand and in the store. `draft` is undefined while it is read, null when it is gone. */
function useDraft(id: string) {
  const draft = shallowRef<CheckDraft | null>()
  const lists = shallowRef<Lists>({ list: undefined, meters: undefined })
  const board = shallowRef<Board | null>(null)
  const bareWords = shallowRef<readonly string[]>([])
  const notKept = ref<WhyNotKept | null>(null)
  const keeper = keeperOf(keepDraft, (error) => (notKept.value = error ? whyNotKept(error) : null))
  onScopeDispose(() => void keeper.settled())

  /** Read once: the sheet is filled in within minutes, and nothing may jump meanwhile. */
  async function load(): Promise<void> {
    const found = (await readDraft(id)) ?? null
    board.value = await readBoard()
    if (found) {
      lists.value = await readLists(found)
      const estate = await useStore().rows(estateTable).get(found.estate)
      bareWords.value = estate?.settings.bare_normal_words ?? []
    }
    draft.value = found
  }

  function put(change: (draft: CheckDraft) => CheckDraft): void {
    if (!draft.value) return
    draft.value = change(draft.value)
    keeper.keep(draft.value)
  }

  return { draft, lists, board, bareWords, notKept, keeper, load, put }
}

/** Answer what is said before one leaves: the meter, the valves, the windows. */
function useLeaving(put: ReturnType<typeof useDraft>['put']) {
  const change = (part: Partial<CheckDraft>) => put((draft) => ({ ...draft, ...part }))
  const setValve = (valve: Valve, state: ValveState) =>
    put((draft) => ({ ...draft, valves: { ...draft.valves, [valve]: state } }))
  const excuse = (valve: Valve, part: Partial<Omit<OpenValve, 'valve'>>) =>
    put((draft) => {
      const known = draft.openValves[valve] ?? { reason: '', dueOn: '' }
      return { ...draft, openValves: { ...draft.openValves, [valve]: { ...known, ...part } } }
    })
  return { changeDraft: change, setValve, excuse }
}

/** Answer the sheet `id` with all that is done on it. */
export function useCheck(id: string) {
  const { draft, lists, board, bareWords, notKept, keeper, load, put } = useDraft(id)
  const template = computed(() =>
    draft.value && lists.value.list
      ? templateOf(lists.value.list, draft.value, runningIn(lists.value), noteHint())
      : undefined,
  )
  const rows = computed(() =>
    draft.value && template.value ? rowsOf(draft.value, template.value, bareWords.value) : [],
  )
  const missing = computed(() => rows.value.filter(({ whole }) => !whole))
  const leaving = computed(() => (draft.value ? leaveGaps(draft.value) : []))
  const bare = computed(() => isBareNormal(draft.value?.observation ?? '', bareWords.value))
  const unit = computed(() => board.value?.byId.get(draft.value?.unitId ?? '')?.unit)
  const litres = computed(() =>
    draft.value ? litresRun(draft.value, unit.value?.waterReading ?? null) : 0,
  )
  const answering = useAnswering(put, rows)

  /** Keep the check. Answers why not when it was not kept; then the sheet is as it was. */
  async function save(): Promise<WhyNotKept | null> {
    await keeper.settled()
    if (!draft.value || !template.value || !unit.value) return 'broken'
    try {
      await saveCheck(draft.value, template.value, runningIn(lists.value), unit.value)
      keeper.stop()
      return null
    } catch (error) {
      return whyNotKept(error)
    }
  }

  async function discard(): Promise<void> {
    await keeper.settled()
    keeper.stop()
    if (draft.value) await throwAway(draft.value)
  }

  const ready = load().then(() => answering.goToMissing())
  const shown = { draft, template, board, unit, rows, missing, leaving, bare, litres, notKept }
  const edits = { ...answering, ...useLeaving(put), ...useDraftPhotos(put) }
  return { ...shown, ...edits, save, discard, ready }
}
