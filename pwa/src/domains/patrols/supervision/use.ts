/** A supervisor's own round of today, kept up to date with the phone's store. */
import { computed, ref, shallowRef, watch } from 'vue'

import { corrected } from '@/core/clock'
import { NotKept } from '@/core/outbox/outbox'
import type { WhyNotKept } from '@/core/outbox/notKept'
import { useLive, useStore } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { dayOf as dayHere } from '@/core/text/when'
import { dayOf } from '@/ground/calendar/rules'
import { newestFor } from '@/ground/checklists/rules'
import { labelTable } from '@/ground/labels/table'
import { departmentTable } from '@/ground/people'
import { asking, readGround, readTemplates, type Ground } from '@/domains/patrols/repo'
import { readPageOn } from '@/domains/patrols/signing/read'
import type { Page } from '@/domains/patrols/signing/types'
import { keepLook } from '@/domains/patrols/supervision/keep'
import { itemsOf, lackOf, supervisionIdOf, type OnRound } from '@/domains/patrols/supervision/look'
import { rectifying, type OpenCase } from '@/domains/patrols/supervision/needs'
import type { LookForm, Stand } from '@/domains/patrols/supervision/types'

const MOST_ROUNDS = 12
/** What is wrong with services is asked for at every place. */
const SERVICE_CHECKLIST = 'service_watch'

interface Today {
  ground: Ground
  /** The rounds of today that were begun, in their order. */
  pages: Page[]
  /** The one that a look is written on now. */
  round: OnRound
  cases: OpenCase[]
}

async function readToday(): Promise<Today | null> {
  const who = asking()
  const ground = who && (await readGround(who.estate, who.by))
  if (!who || !ground) return null
  const day = dayOf(corrected(), ground.estate.timezone)
  const { supervisor_rounds_per_day: set = 1 } = ground.estate.settings
  const asked = Math.min(set, MOST_ROUNDS - 1)
  // One more than are asked for: somebody may walk another.
  const rounds = Array.from({ length: asked + 1 }, (_, i): OnRound => {
    const number = i + 1
    return { recordId: supervisionIdOf(who.estate, who.by, day, number), day, number }
  })
  // Read side by side: a live query loses track of what is read after a hash was made.
  const [cases, ...read] = await Promise.all([
    rectifying().open(),
    ...rounds.map(({ recordId }) => readPageOn(ground, recordId)),
  ])
  const ended = read.filter((page) => page?.acts.some(({ act }) => act === 'finish')).length
  const round = rounds[Math.min(ended, asked)] ?? rounds[0]
  const pages = read.filter((page) => page !== null)
  return round ? { ground, pages, round, cases } : null
}

/** Answer today's round: undefined while it is read, null before the first pull. */
export function useRound() {
  const today = useLive<Today | null | undefined>(readToday, undefined)
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
  return { today, page, over, toRecheck, ordered }
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
  watch(
    () => form.value.act,
    () => (form.value.findingId = ''),
  )
  watch(
    () => form.value.service,
    () => (form.value.item = ''),
  )
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
