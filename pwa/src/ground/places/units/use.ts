/** Units as their pages see them; but for finding one, all calls need the network. */
import { computed, ref, shallowRef, watch, type Ref } from 'vue'

import { get, post } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { useSession } from '@/core/session/session'
import { heldUnits } from '@/ground/places/units/held'
import type {
  FoundUnit,
  StatusChange,
  UnitPage,
  UnitWithHistory,
} from '@/ground/places/units/types'

const ALL = '2000'
const FOUND = '60'
const TYPING_MS = 250

/** All units of the building shown, and how many there are of each status. */
export function useBuilding(building: Ref<string | undefined>) {
  const page = shallowRef<UnitPage | null>(null)
  const { running, failed, call } = useCall()

  async function load(): Promise<void> {
    const asked = building.value
    if (!asked) return
    const query = new URLSearchParams({ building: asked, limit: ALL })
    const answer = await call(() => get<UnitPage>(`/places/units?${query}`))
    if (answer.ok && asked === building.value) page.value = answer.data
  }
  watch(
    building,
    () => {
      page.value = null
      void load()
    },
    { immediate: true },
  )
  return { page, running, failed, load }
}

/** What was found; `held`: among the units that this phone holds, for want of a network. */
interface Found {
  units: FoundUnit[]
  more: boolean
  held: boolean
}

/** Units whose number fits what is typed: 1501, a part of it, or 3-2-1501. */
export function useSearch() {
  const text = ref('')
  const found = shallowRef<Found | null>(null)
  const { estate } = useSession()
  const { failed, call } = useCall()
  const asked = computed(() => text.value.trim())
  let timer = 0

  watch(asked, (q) => {
    clearTimeout(timer)
    found.value = null
    if (q) timer = window.setTimeout(() => void ask(q), TYPING_MS)
  })

  async function ask(q: string): Promise<void> {
    const query = new URLSearchParams({ q, limit: FOUND })
    const answer = await call(() => get<UnitPage>(`/places/units?${query}`))
    const answered = answer.ok
      ? { units: answer.data.units, more: answer.data.next !== null, held: false }
      : answer.why === 'offline' && (await hereHeld(q))
    if (answered && q === asked.value) found.value = answered
  }

  async function hereHeld(q: string): Promise<Found> {
    const units = await heldUnits(estate.value?.id ?? '', q)
    return { units: units.slice(0, +FOUND), more: units.length > +FOUND, held: true }
  }
  return { text, asked, found, failed }
}

/** One unit with its history, and the word of a person that changes it. */
export function useUnit(id: string) {
  const unit = shallowRef<UnitWithHistory | null>(null)
  const reading = useCall()
  const change = useCall()

  async function load(): Promise<void> {
    const answer = await reading.call(() => get<UnitWithHistory>(`/places/units/${id}`))
    if (answer.ok) unit.value = answer.data
  }

  async function setStatus(said: StatusChange): Promise<boolean> {
    const answer = await change.call(() => post(`/places/units/${id}/status`, said))
    if (answer.ok) await load()
    return answer.ok
  }
  void load()
  return { unit, failed: reading.failed, load, setStatus, change }
}
