/** What may be done about the places of a round that nobody visited, and by whom. */
import { computed, type Ref } from 'vue'

import { madeUpUntil, wayAt, type Way } from '@/domains/patrols/leftOut'
import type { Ground } from '@/domains/patrols/repo'
import { roundsOn } from '@/domains/patrols/rules'
import { unwholePlaces } from '@/domains/patrols/signing/page'
import type { Standing, Viewer } from '@/domains/patrols/signing/standing'
import type { Page } from '@/domains/patrols/signing/types'
import { useNow } from '@/domains/patrols/use'

const CAN_BE_SKIPPED = ['in_progress', 'returned']

interface Known {
  page: Ref<Page | null | undefined>
  ground: Ref<Ground | null | undefined>
  stands: Ref<Standing>
  viewer: Ref<Viewer>
  walked: Ref<boolean>
}

/** Answer the way that is open to this person now, until when, and the places it concerns. */
export function useLeftOut({ page, ground, stands, viewer, walked }: Known) {
  const now = useNow()
  const round = computed(() => {
    const key = page.value?.round
    if (!key || !ground.value) return undefined
    const { plans, estate } = ground.value
    const own = plans.filter(({ routeId }) => routeId === key.routeId)
    return roundsOn(key.date, key.routeId, own, estate).find(({ number }) => number === key.number)
  })
  const until = computed(() =>
    round.value && ground.value ? madeUpUntil(round.value.date, ground.value.estate) : null,
  )
  const open = computed<Way>(() => {
    if (!round.value || !until.value || !ground.value) return 'nothing'
    return wayAt(now.value, round.value, ground.value.estate.settings.late_minutes, until.value)
  })
  const places = computed(() =>
    page.value
      ? unwholePlaces(page.value).filter(({ skipped }) => open.value === 'make_up' || !skipped)
      : [],
  )
  const way = computed<Way>(() => {
    const { state } = stands.value
    const may = (walked.value || viewer.value.overseer) && places.value.length > 0
    if (!may || state === 'voided') return 'nothing'
    return open.value === 'skip' && !CAN_BE_SKIPPED.includes(state) ? 'nothing' : open.value
  })
  return { way, until, places }
}
