/** A supervisor's own round of today, kept up to date with the phone's store. */
import { computed, ref, shallowRef, watch } from 'vue'

import { corrected } from '@/core/clock'
import { NotKept } from '@/core/outbox/outbox'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { useLive, useStore } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { syncState } from '@/core/sync/state'
import { dayOf as dayHere } from '@/core/text/when'
import { newestFor } from '@/ground/checklists/rules'
import { labelTable } from '@/ground/labels/table'
import { departmentTable } from '@/ground/people'
import { asking, readTemplates } from '@/domains/patrols/repo'
import { keepLook } from '@/domains/patrols/supervision/keep'
import { deptOf, itemsOf, lackOf, meantFirst } from '@/domains/patrols/supervision/look'
import { rectifying, type OpenCase } from '@/domains/patrols/supervision/needs'
import { readDay, readRounds, type Rounds } from '@/domains/patrols/supervision/rounds'
import type { LookForm, Stand } from '@/domains/patrols/supervision/types'

/** What is wrong with services is asked for at every place. */
const SERVICE_CHECKLIST = 'service_watch'

interface Today extends Rounds {
  cases: OpenCase[]
}

async function readToday(): Promise<Today | null> {
  const day = await readDay()
  if (!day) return null
  // Read side by side: a live query loses track of what is read after a hash was made.
  const [cases, rounds] = await Promise.all([rectifying().open(), readRounds(day)])
  return { ...rounds, cases }
}

/** Answer today's round: undefined while it is read, null before the first pull. */
export function useRound() {
  const today = useLive<Today | null | undefined>(readToday, undefined)
  /** There is nothing here yet, but the first pull is on its way. */
  const arriving = computed(() => today.value === null && syncState.running)
  const page = computed(() =>
    today.value?.pages.find(({ id }) => id === today.value?.round.recordId),
  )
  const over = computed(() => today.value?.pages.filter(({ id }) => id !== page.value?.id) ?? [])
  const toRecheck = computed(() =>
    today.value?.cases.filter((one) => one.mayRecheck && one.ordered),
  )
  const ordered = computed(() =>
    today.value?.cases.filter((one) => one.ordered && !one.mayRecheck && one.byMe),
  )
  return { today, arriving, page, over, toRecheck, ordered }
}

/** Answer what labels say of places, and the departments that rectify. */
export function useKnown() {
  const labels = useLive(async () => {
    const all = await useStore().rows(labelTable).toArray()
    return new Map(all.map((label) => [label.code, label]))
  }, new Map())
  const departments = useLive(async () => {
    const who = asking()
    return who ? useStore().rows(departmentTable).where({ estate: who.estate }).toArray() : []
  }, [])
  const templates = useLive(readTemplates, [])
  return { labels, departments, templates }
}

const blank = (dueOn: string): LookForm => ({
  ...{ act: 'supervise', service: null, observation: '', photos: [], findingId: '' },
  ...{ item: '', spot: '', dept: null, dueOn, outcome: null },
})

/** Answer a look that is being written at `stand`, what it lacks, and how it is kept. */
export function useLook(stand: () => Stand, begun: Partial<LookForm> = {}) {
  const { today } = useRound()
  const { templates, departments } = useKnown()
  const form = ref<LookForm>({ ...blank(dayHere(corrected())), ...begun })
  const notKept = shallowRef<WhyNotKept | null>(null)
  const place = computed(() => today.value?.ground.places.get(stand().placeId))
  const items = computed(() => {
    const of = [place.value?.type ?? '', SERVICE_CHECKLIST].map((type) =>
      newestFor(type, templates.value),
    )
    return itemsOf(
      form.value.service,
      of.filter((one) => one !== undefined),
    )
  })
  const cases = computed(() => today.value?.cases.filter((one) => one.placeId === stand().placeId))
  watch(
    () => form.value.act,
    (act) => (form.value.findingId = meantFirst(act, cases.value ?? [])),
  )
  watch(
    () => form.value.service,
    (service) => Object.assign(form.value, { item: '', dept: deptOf(service) }),
  )
  const lack = computed(() => {
    const known = today.value
    if (!known) return null
    return lackOf(form.value, stand(), known.ground.estate.settings, known.round.day)
  })

  /** Answer whether it was kept. */
  async function save(): Promise<boolean> {
    const known = today.value
    if (!known || lack.value) return false
    const around = {
      placeName: place.value?.name ?? '',
      settingsVersion: known.ground.estate.settingsVersion,
      known: items.value.find(({ item }) => item.id === form.value.item),
    }
    try {
      await keepLook(
        { ...form.value, photos: [...form.value.photos] },
        stand(),
        known.round,
        around,
      )
      void syncNow()
      return true
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      notKept.value = error.why
      return false
    }
  }
  return { today, form, place, items, cases, departments, lack, notKept, save }
}
