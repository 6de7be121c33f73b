/** An own visit with what became of it. */
import { computed, type Ref } from 'vue'

import { useLive } from '@/core/store/use'
import { reports } from '@/domains/patrols/needs'
import { readVisit, type KeptVisit } from '@/domains/patrols/repo'
import type { Found } from '@/domains/patrols/types'
import { useGround } from '@/domains/patrols/use'

type Reported = Omit<Found, 'visitId'>

/** Answer the visit `id`: undefined while it is read, null when it is not on this phone. */
export function useVisit(id: string) {
  const ground = useGround()
  const kept: Ref<KeptVisit | null | undefined> = useLive<KeptVisit | null | undefined>(
    async () => (await readVisit(id)) ?? null,
    undefined,
  )
  const reported = useLive<Reported[]>(() => reports().onVisit(id), [])
  const seen = useLive(() => reports().seenOn(id), [])
  /** Open findings that the visit saw still there. */
  const standing = computed(
    () =>
      new Set(
        seen.value.flatMap(({ findingId, outcome }) =>
          outcome === 'still_there' ? [findingId] : [],
        ),
      ),
  )
  const zone = computed(() => ground.value?.estate.timezone ?? 'Asia/Shanghai')
  const serial = computed(
    () => kept.value?.item?.answer?.serial ?? kept.value?.summary?.serial ?? null,
  )
  return { kept, reported, seen, standing, zone, serial }
}
