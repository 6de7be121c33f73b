/** Who asks for more workers, and what was shown: only who is in charge may, with permit and own pass. */
import { computed, ref } from 'vue'

import { askingLack } from '@/domains/renovation/passes'
import type { Renovation } from '@/domains/renovation/types'

/** Answer the question as it is being answered. */
export function useAsking(one: Renovation) {
  const by = ref('')
  const shownPermit = ref(false)
  const shownPass = ref(false)
  const shownPassId = computed(() => {
    const own = one.passes.find(
      ({ workerId, state }) => workerId === by.value && state === 'issued',
    )
    return shownPass.value ? (own?.passId ?? null) : null
  })
  const lack = computed(() =>
    by.value === ''
      ? 'askedBy'
      : askingLack(one, {
          ...{ by: by.value, shownPermit: shownPermit.value, shownPassId: shownPassId.value },
        }),
  )
  const said = computed(() => ({
    ...{ askedBy: by.value, shownPermit: shownPermit.value, shownPassId: shownPassId.value ?? '' },
  }))
  return { by, shownPermit, shownPass, lack, said }
}

export type Asking = ReturnType<typeof useAsking>
