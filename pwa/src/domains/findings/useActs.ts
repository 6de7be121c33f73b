/** Beginning an act on the page of a finding: at once where nothing is asked, else with its sheet. */
import { computed, ref, shallowRef } from 'vue'

import { signal } from '@/core/scan/signals'
import { keepAct, type WhyNotKept } from '@/domains/findings/acts'
import type { Board } from '@/domains/findings/board'
import { expectedOf } from '@/domains/findings/expected'
import { mayDo, smellSteps } from '@/domains/findings/machine'
import type { Act, Case, SmellStep } from '@/domains/findings/types'

/** Answer what may be done now, the one that is waited for, and the sheet that is open. */
export function useActs(found: () => Case, board: () => Board) {
  const open = shallowRef<{ act: Act; case: Case; step?: SmellStep | undefined } | null>(null)
  const notKept = ref<WhyNotKept | null>(null)
  const may = computed(() => mayDo(found(), board().who))
  const main = computed(() => {
    const { who, isOwn } = board()
    return expectedOf(found(), who, isOwn(found().placeId))
  })
  // Steps after a smell have their buttons on their own card.
  const others = computed(() =>
    may.value.filter((act) => act !== main.value && act !== 'smell_step'),
  )

  async function start(act: Act, step?: SmellStep): Promise<void> {
    if (act !== 'accept') {
      // The finding as it was when the act was begun: nothing changes under the hand.
      const first = step ?? smellSteps(found(), board().who)[0]
      open.value = { act, case: found(), ...(act === 'smell_step' && { step: first }) }
      return
    }
    notKept.value = await keepAct(found(), 'accept', { note: '' })
    signal(notKept.value ? 'refused' : 'saved')
  }

  const close = () => (open.value = null)
  return { may, main, others, open, notKept, start, close }
}
