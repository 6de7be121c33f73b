/** Registering: the form of a set that comes into custody, and what was kept of it. */
import { computed, ref, shallowRef } from 'vue'

import { corrected } from '@/core/clock'
import { newId } from '@/core/ids'
import { signal } from '@/core/scan/signals'
import { dayOf } from '@/core/text/when'
import { itemOf, keepWaited, type WhyNotKept } from '@/domains/keys/acts'
import type { Board } from '@/domains/keys/board'
import { faceOf, rowsOf } from '@/domains/keys/cabinet'
import {
  insteadOf,
  nextNumber,
  NO_MANDATE,
  registerLack,
  registerOf,
  type RegisterDraft,
} from '@/domains/keys/registering'

const HOOKS_SHOWN = 4

/** Where a form begins: on a hook, or with what it replaces. */
export interface Beginning {
  slot: string
  replaces: string
}

/** Answer the form of a set, what keeps it, and the item once it is kept. */
export function useRegister(board: () => Board, { slot, replaces }: Beginning) {
  const { zone, byId, cases } = board()
  const day = () => dayOf(corrected(), zone)
  const ids = { set: newId(), mandate: newId() }
  const kept = ref<string[]>([])
  const notKept = ref<WhyNotKept | null>(null)
  const before = byId.get(replaces)
  // Shallow: what is in it goes into the store, and the store takes no proxies.
  const draft = shallowRef<RegisterDraft>({
    ...{ kind: null, unit: null, room: '', ownerName: '', phone: '', items: [], photos: [] },
    keyNo: nextNumber(cases.map(({ set }) => set.keyNo)),
    ...{ slot, ring: '', basis: '', receivedOn: day(), until: '', replaces: null },
    ...{ mandate: NO_MANDATE, ...(before && insteadOf(before.set)) },
  })
  const change = (more: Partial<RegisterDraft>) => (draft.value = { ...draft.value, ...more })
  const lack = computed(() => registerLack(draft.value))
  const free = freeHooks(cases, zone)

  async function register(): Promise<void> {
    const said = registerOf(draft.value, ids.mandate, day())
    const item = itemOf({ id: ids.set, keyNo: said.keyNo }, 'register', said)
    const answer = await keepWaited([item])
    signal(typeof answer === 'string' ? 'refused' : 'saved')
    if (typeof answer === 'string') notKept.value = answer
    else kept.value = answer
  }
  return { ids, draft, change, lack, free, register, kept, notKept }
}

/** Answer some hooks on which nothing hangs. */
function freeHooks(cases: Board['cases'], zone: string): string[] {
  const now = corrected()
  const faces = cases.map((one) => ({ one, face: faceOf(one, now, dayOf(now, zone)) }))
  const hooks = rowsOf(
    faces.filter(({ face }) => face !== 'gone'),
    true,
  ).flatMap((row) => row.hooks)
  return hooks
    .filter(({ sets }) => sets.length === 0)
    .map(({ slot }) => slot)
    .slice(0, HOOKS_SHOWN)
}
