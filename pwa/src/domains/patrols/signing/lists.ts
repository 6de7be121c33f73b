/** Which pages ask something of a person, and which wait for others. Read from what the phone holds. */
import { computed } from 'vue'

import { corrected } from '@/core/clock'
import { useLive, useStore } from '@/core/store/use'
import { asking, readGround } from '@/domains/patrols/repo'
import { visitsOn } from '@/domains/patrols/signing/page'
import { readPageOn } from '@/domains/patrols/signing/read'
import { dutyOf, standing, type Duty, type PageState } from '@/domains/patrols/signing/standing'
import type { Page } from '@/domains/patrols/signing/types'
import { useViewer } from '@/domains/patrols/signing/use'
import { pageTable } from '@/domains/patrols/table'
import { seenIn } from '@/domains/patrols/use'
import { dayOf } from '@/ground/calendar/rules'

/** A page in a list. */
export interface PageLine {
  page: Page
  state: PageState
  duty: Duty
  at: string
}

/** Answer the pages that somebody began and nobody closed: told by the server, or walked here. */
async function readOpen(): Promise<Page[]> {
  const who = asking()
  const ground = who && (await readGround(who.estate, who.by))
  if (!who || !ground) return []
  const { rows } = useStore()
  const told = await rows(pageTable).where({ estate: who.estate }).toArray()
  const today = dayOf(corrected(), ground.estate.timezone)
  const walked = seenIn(ground)
    .filter(({ byId, at }) => byId === who.by && dayOf(at, ground.estate.timezone) === today)
    .map(({ roundId }) => roundId)
  const ids = new Set([...told.map(({ id }) => id), ...walked])
  const pages = await Promise.all([...ids].map((id) => readPageOn(ground, id)))
  return pages.filter((page) => page !== null)
}

/** They wait for nobody's signature. */
const NOBODY: readonly PageState[] = ['in_progress', 'skipped']

/** Answer what there is to see to: first what is this person's, then what waits for others. */
export function usePagesToSee() {
  const viewer = useViewer()
  const pages = useLive<Page[] | undefined>(readOpen, undefined)
  const lines = computed(() =>
    (pages.value ?? [])
      .map((page): PageLine => {
        const stands = standing(page.acts, page.visitIds)
        const walked = visitsOn(page).some(({ byId }) => byId === viewer.value.id)
        const at = stands.finish?.at ?? visitsOn(page).at(-1)?.scannedAt ?? ''
        return { page, state: stands.state, duty: dutyOf(stands, viewer.value, walked), at }
      })
      .filter(({ state }) => state !== 'closed' && state !== 'voided')
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  )
  const mine = computed(() => lines.value.filter(({ duty }) => duty !== 'none'))
  const others = computed(() =>
    lines.value.filter(({ duty, state }) => duty === 'none' && !NOBODY.includes(state)),
  )
  return { mine, others, loading: computed(() => pages.value === undefined) }
}
