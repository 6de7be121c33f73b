/** Label mode: the place that comes next, what a scanned label does there, and what was hung last. */
import { useLocalStorage, useTimeoutFn } from '@vueuse/core'
import { computed, ref, shallowRef, type Ref } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { signal } from '@/core/scan/signals'
import { useLive } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { claim, hang, readWalk, type Walk } from '@/ground/labels/repo'
import type { Label } from '@/ground/labels/types'
import { labelsByPlace, nextStop, scanned, stopsOf, type Scanned } from '@/ground/labels/walk'
import type { Place, Route } from '@/ground/places/types'

/** A label that was read and asks for a tap. */
export type Question = Exclude<Scanned, { what: 'hang' | 'hangs' }> & { code: string }

/** What was just hung, and how many older labels gave way to it. */
export interface Hung {
  label: Label
  place: Place
  replaced: number
}

/** Said for a moment over the picture: a label was hung, or had hung before. */
export interface Told {
  what: 'hung' | 'hangs'
  place: Place
}

const TOLD_MS = 1600

/** Answer everything label mode shows and does; all of it works without a network. */
export function useHang() {
  const held = useLive(readWalk, null)
  const walk = useWalk(held)
  const question = shallowRef<Question | null>(null)
  const last = shallowRef<Hung | null>(null)
  const failed = ref<WhyNotKept | ''>('')
  const { told, tell } = useTold()

  function take(code: string): void {
    if (!held.value) return
    const { labels, places, estate } = held.value
    const means = scanned(labels.get(code), estate, places, walk.current.value?.place.id)
    if (means.what === 'hang') return void put(hang, means.label, means.place)
    if (means.what === 'hangs') return tell({ what: 'hangs', place: means.place })
    if (means.what !== 'blank') signal('refused')
    // Printed a moment ago, perhaps: it comes with the next pull.
    if (means.what === 'trouble' && means.why === 'unknown') void syncNow()
    question.value = { ...means, code }
  }

  /** Hang the label in question: where it belongs, or a blank one at the place that comes next. */
  async function confirm(): Promise<void> {
    const asked = question.value
    question.value = null
    const here = walk.current.value
    if (asked?.what === 'elsewhere') await put(hang, asked.label, asked.place)
    if (asked?.what === 'blank' && here)
      await put((label, place) => claim(label, place, here.spot), asked.label, here.place)
  }

  async function put(act: typeof hang, label: Label, place: Place): Promise<void> {
    failed.value = ''
    try {
      const replaced = await act(label, place)
      if (replaced === null) return tell({ what: 'hangs', place })
      signal('saved')
      last.value = { label, place, replaced }
      walk.passed(place.id)
      tell({ what: 'hung', place })
    } catch (error) {
      signal('refused')
      failed.value = whyNotKept(error)
    }
  }

  return { held, ...walk, question, last, failed, told, take, confirm }
}

/** The route in hand, its places with what hangs there, and the one that comes next. */
function useWalk(held: Ref<Walk | null>) {
  const chosen = useLocalStorage('rounds.hangRoute', '')
  const passedBy = ref<string | null>(null)
  const picked = ref<string | null>(null)

  const routes = computed(() => held.value?.routes ?? [])
  const route = computed(() => held.value && routeFor(held.value, chosen.value))
  const byPlace = computed(() => labelsByPlace(held.value?.labels.values() ?? []))
  const stopsFor = (one: Route) => stopsOf(one, held.value?.places ?? new Map(), byPlace.value)
  const stops = computed(() => (route.value ? stopsFor(route.value) : []))
  const left = computed(() => stops.value.filter(({ state }) => state !== 'hung'))
  const current = computed(
    () =>
      left.value.find(({ place }) => place.id === picked.value) ??
      nextStop(stops.value, passedBy.value),
  )

  /** Go on after this place, in walking order. */
  function passed(placeId: string): void {
    picked.value = null
    if (stops.value.some(({ place }) => place.id === placeId)) passedBy.value = placeId
  }

  function choose(id: string): void {
    chosen.value = id
    picked.value = passedBy.value = null
  }

  return {
    ...{ routes, route, stopsFor, stops, left, current, passed, choose },
    pick: (placeId: string) => (picked.value = placeId),
  }
}

/** The route chosen last, else the first that the person walks today, else the only one. */
function routeFor({ routes, walked }: Walk, chosen: string): Route | undefined {
  const only = routes.length === 1 ? routes[0] : undefined
  const own = routes.find(({ id }) => walked.has(id))
  return routes.find(({ id }) => id === chosen) ?? own ?? only
}

function useTold() {
  const told = shallowRef<Told | null>(null)
  const rest = useTimeoutFn(() => (told.value = null), TOLD_MS, { immediate: false })

  function tell(what: Told): void {
    told.value = what
    rest.start()
  }
  return { told, tell }
}
