/** Findings as pages see them, kept up to date with the phone's store. */
import { computed, onScopeDispose, ref, shallowRef, type Ref } from 'vue'

import { corrected } from '@/core/clock'
import { BASE } from '@/core/http/client'
import { useSession } from '@/core/session/session'
import { useLive } from '@/core/store/use'
import { syncState } from '@/core/sync/state'
import { readBoard, type Board } from '@/domains/findings/board'
import { ALL, listOf, queryOf, viewsOf, type Narrow, type View } from '@/domains/findings/lists'

type Known = Ref<Board | null | undefined>

/** Limits of three minutes run here: the time is told anew this often. */
const EVERY_MS = 10_000

/** Answer the time as the server would tell it, again and again. */
export function useTime(): Ref<Date> {
  const now = shallowRef(corrected())
  const timer = setInterval(() => (now.value = corrected()), EVERY_MS)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** Answer what the phone holds: undefined while it is read, null before the first pull. */
export function useBoard(): Known {
  return useLive<Board | null | undefined>(readBoard, undefined)
}

/** Answer whether there is nothing here yet, but the first pull is on its way. */
export function useArriving(board: Known): Ref<boolean> {
  return computed(() => board.value === undefined || (!board.value && syncState.running))
}

/** Which list was looked at last, so that coming back from a finding shows the same. */
const chosen = ref<View | null>(null)
const narrow = ref<Narrow>({ ...ALL })

/** Answer the lists of this person: which there are, how many each holds, and the one on the screen. */
export function useLists(board: Known, now: Ref<Date>) {
  const views = computed(() => (board.value ? viewsOf(board.value.who) : []))
  const view = computed<View>({
    get: () => views.value.find((one) => one === chosen.value) ?? views.value[0] ?? 'todo',
    set: (wanted) => (chosen.value = wanted),
  })
  const list = (one: View) =>
    board.value ? listOf(board.value.cases, one, board.value, now.value, narrow.value) : []
  const counts = computed(() => new Map(views.value.map((one) => [one, list(one).length] as const)))
  const shown = computed(() => list(view.value))
  return { views, view, counts, shown, narrow }
}

/** Answer where the server gives what is shown as a workbook; null for whom it does not. */
export function useWorkbook(narrow: () => Narrow) {
  const { estate, overseer } = useSession()
  return computed(() =>
    overseer.value && estate.value
      ? `${BASE}/desk/findings.xlsx?${queryOf(narrow(), estate.value.id)}`
      : null,
  )
}
