/** Lending: the sets on the desk, who takes them, for what and how long; one loan a set, one signature. */
import { computed, ref, shallowRef } from 'vue'

import { corrected } from '@/core/clock'
import { newId } from '@/core/ids'
import { signal } from '@/core/scan/signals'
import { itemOf, keepWaited, type WhyNotKept } from '@/domains/keys/acts'
import type { Board, Colleague } from '@/domains/keys/board'
import {
  askingLack,
  dueChoices,
  lackOf,
  NO_PROOFS,
  privateOf,
  usualReason,
  type Lack,
  type LoanDraft,
} from '@/domains/keys/lending'
import { isLong, isNonOwner } from '@/domains/keys/machine'
import type { Borrower, KeyCase } from '@/domains/keys/types'

const NOBODY: Borrower = { kind: 'staff', personId: null, name: '', department: '', workOrder: '' }

/** Answer the form of a loan and what keeps it; `first` are the sets it begins with. */
export function useLend(board: () => Board, first: readonly string[]) {
  const { settings, zone } = board()
  const longest = settings.max_loan_days_without_consent
  const ids = ref([...first])
  const counted = ref<string[]>([])
  const kept = ref<string[]>([])
  const notKept = ref<WhyNotKept | null>(null)
  const dues = computed(() => dueChoices(corrected(), zone, longest))
  // Shallow: what is in it goes into the store, and the store takes no proxies.
  const draft = shallowRef<LoanDraft>({
    ...{ borrower: NOBODY, phone: '', proofs: NO_PROOFS, last4: '', strokes: [] },
    ...{ reason: null, emergencyId: null, dueAt: dues.value[0]?.at ?? null },
  })
  const change = (more: Partial<LoanDraft>) => (draft.value = { ...draft.value, ...more })

  const sets = computed(() => ids.value.flatMap((id) => board().byId.get(id) ?? []))
  const keys = computed(() => sets.value.reduce((sum, { set }) => sum + set.quantity, 0))
  /** For so long only an overseer lends; a keeper asks for it. */
  const asks = computed(
    () =>
      !board().who.oversees &&
      draft.value.dueAt !== null &&
      isLong(corrected().toISOString(), draft.value.dueAt, longest),
  )
  const lack = computed<Lack | 'out' | null>(() => {
    if (sets.value.some(({ set }) => set.state !== 'in_cabinet')) return 'out'
    const { id } = board().who
    const lending = {
      sets: sets.value.map(({ set }) => set),
      counted: partsOf(sets.value).every((part) => counted.value.includes(part)),
      me: { id, mayLendToSelf: settings.lone_keeper_allowed },
      now: corrected(),
    }
    return asks.value ? askingLack(draft.value, lending) : lackOf(draft.value, lending)
  })

  /** Answer whether it is new here: a tag is read many times. */
  function add(id: string): boolean {
    if (ids.value.includes(id)) return false
    ids.value = [...ids.value, id]
    return true
  }

  function give({ id, name, role }: Colleague): void {
    const reason = draft.value.reason ?? usualReason(role)
    change({ borrower: { ...NOBODY, personId: id, name }, reason })
  }

  async function lend(): Promise<void> {
    const answer = await keepWaited(itemsOf(draft.value, sets.value, asks.value, board().who.id))
    signal(typeof answer === 'string' ? 'refused' : 'saved')
    if (typeof answer === 'string') notKept.value = answer
    else kept.value = answer
  }

  const remove = (id: string) => (ids.value = ids.value.filter((one) => one !== id))
  const form = { ids, sets, keys, counted, draft, dues, asks, lack }
  return { ...form, kept, notKept, change, add, remove, give, lend }
}

/** Answer each kind of key on each set, as it is ticked when counted. */
export function partsOf(sets: readonly KeyCase[]): string[] {
  return sets.flatMap(({ set }) => set.items.map((_, i) => `${set.id}/${i}`))
}

function itemsOf(draft: LoanDraft, sets: readonly KeyCase[], asks: boolean, me: string) {
  const batchId = newId()
  const { borrower, reason, dueAt, proofs } = draft
  const emergencyId = reason === 'emergency' ? draft.emergencyId : null
  return sets.map(({ set }) => {
    const said = {
      ...{ loanId: newId(), batchId, borrower, quantity: set.quantity },
      ...{ dueAt: dueAt ?? '', reason: reason ?? 'repair', emergencyId },
      private: privateOf(draft),
    }
    if (asks) return itemOf(set, 'request', { ...said, proofs: null })
    const proven = isNonOwner(borrower.kind) ? proofs : null
    const alone = borrower.personId === me
    return itemOf(set, 'lend', { ...said, proofs: proven, alone })
  })
}
