/** Pages of the patrol book as screens see them, kept up to date with the phone's store. */
import { computed, shallowRef, type Ref } from 'vue'

import { NotKept } from '@/core/outbox/outbox'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import { colleagueTable } from '@/ground/people'
import { asking, readTemplates } from '@/domains/patrols/repo'
import type { Circumstances } from '@/domains/patrols/signing/acts'
import { visitsOn } from '@/domains/patrols/signing/page'
import { readPage } from '@/domains/patrols/signing/read'
import { dutyOf, standing, type Viewer } from '@/domains/patrols/signing/standing'
import type { Page } from '@/domains/patrols/signing/types'
import { useGround } from '@/domains/patrols/use'
import { isGivenTo } from '@/domains/patrols/walkers'

export type { WhyNotKept } from '@/core/outbox/notKept'

const WALKERS = ['steward', 'supervisor', 'manager', 'office_manager']

/** Answer who looks at a page. */
export function useViewer(): Ref<Viewer> {
  const { me, estate, overseer } = useSession()
  const ground = useGround()
  return computed(() => {
    const role = estate.value?.role ?? ''
    const joint = ground.value?.estate.settings.supervisor_may_act_as_manager !== false
    return {
      id: me.value?.id ?? '',
      overseer: overseer.value,
      walks: WALKERS.includes(role),
      manages: role === 'manager' || role === 'office_manager' || (role === 'supervisor' && joint),
    }
  })
}

/** Answer how a page is called. */
export function titleOf({
  routeName,
  round,
  date,
  supervision,
}: Pick<Page, 'routeName' | 'round' | 'date' | 'supervision'>): string {
  if (supervision) return t('patrols.supervision.page', { day: date })
  if (!round) return `${t('patrols.extraVisit')} ${date}`
  return dotted(routeName, t('patrols.roundNumber', { n: round.number }))
}

/** Answer a page with how it stands and what it asks of the person; null when this phone knows nothing of it. */
export function usePage(id: string) {
  const page = useLive<Page | null | undefined>(() => readPage(id), undefined)
  const ground = useGround()
  const viewer = useViewer()
  const stands = computed(() => standing(page.value?.acts ?? [], page.value?.visitIds ?? []))
  const walked = computed(() => {
    const { id: by, walks } = viewer.value
    if (!page.value || !walks) return false
    if (visitsOn(page.value).some(({ byId }) => byId === by)) return true
    const { round, date } = page.value
    const route = ground.value?.routes.find(({ id }) => id === round?.routeId)
    if (stands.value.handedTo) return stands.value.handedTo === by
    return !!route && isGivenTo(by, route, ground.value?.plans ?? [], round?.date ?? date)
  })
  const duty = computed(() => dutyOf(stands.value, viewer.value, walked.value))
  const around = computed<Circumstances>(() => ({
    title: page.value ? titleOf(page.value) : '',
    settingsVersion: ground.value?.estate.settingsVersion,
  }))
  const zone = computed(() => ground.value?.estate.timezone ?? 'Asia/Shanghai')
  const hours = computed(() => ground.value?.estate.settings.cosign_window_hours ?? 24)
  return { page, ground, viewer, stands, walked, duty, around, zone, hours }
}

/** Answer a way to do something that may not be kept, and why the last one was not. */
export function useDoing() {
  const notKept = shallowRef<WhyNotKept | null>(null)
  const doing = shallowRef(false)

  async function attempt(what: () => Promise<unknown>): Promise<boolean> {
    if (doing.value) return false
    doing.value = true
    notKept.value = null
    try {
      await what()
      void syncNow()
      return true
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      notKept.value = error.why
      return false
    } finally {
      doing.value = false
    }
  }
  return { notKept, doing, attempt }
}

export interface Colleague {
  id: string
  name: string
  role: string
  pin: boolean
}

/** Answer the checklists that this phone holds. */
export function useChecklists() {
  return useLive(readTemplates, [])
}

/** Answer the colleagues who work here now, without oneself, by name. */
export function useColleagues(): Ref<Colleague[]> {
  const who = asking()
  return useLive(async () => {
    if (!who) return []
    const rows = await useStore().rows(colleagueTable).where({ estate: who.estate }).toArray()
    return rows
      .filter(({ id, active }) => active && id !== who.by)
      .map(({ id, name, role, pin }) => ({ id, name, role, pin: pin === true }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
  }, [])
}
