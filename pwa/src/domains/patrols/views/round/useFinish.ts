/** Ending a round: a reason for each place that was not wholly checked. */
import { computed, reactive, type Ref } from 'vue'

import { finish, type Circumstances } from '@/domains/patrols/signing/acts'
import { openPlaces } from '@/domains/patrols/signing/page'
import type { Page } from '@/domains/patrols/signing/types'
import { useDoing } from '@/domains/patrols/signing/use'

/** Answer the reasons given so far by place, how many are missing, and the way to end. */
export function useFinish(page: Ref<Page | null | undefined>, around: Ref<Circumstances>) {
  const reasons = reactive(new Map<string, string>())
  const doing = useDoing()
  const unwhole = computed(() => (page.value ? openPlaces(page.value) : []))
  /** What was said when the page was ended before, and sent back, is kept. */
  const reasonOf = (placeId: string) =>
    reasons.get(placeId) ??
    page.value?.places.find((place) => place.placeId === placeId)?.reason ??
    ''
  const missing = computed(
    () => unwhole.value.filter(({ placeId }) => reasonOf(placeId).trim().length < 2).length,
  )

  function end(): Promise<boolean> {
    const unvisited = unwhole.value.map(({ placeId }) => ({
      placeId,
      reason: reasonOf(placeId).trim(),
    }))
    return doing.attempt(async () => page.value && finish(page.value, unvisited, around.value))
  }
  return { ...doing, reasons, reasonOf, unwhole, missing, end }
}
