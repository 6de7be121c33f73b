/** Places and routes as the office's pages see them: read from this device, changed through the server. */
import { computed, onMounted, shallowRef } from 'vue'

import { get, post, replace } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { useSession } from '@/core/session/session'
import { useLive, useStore } from '@/core/store/use'
import { syncNow } from '@/core/sync/loop'
import { feedTable } from '@/core/sync/table'
import { buildingTable, placeTable, routeTable, stairwellTable } from '@/ground/places/table'
import type { Building, Place, Proposal, Route, Stairwell } from '@/ground/places/types'
import { colleagueTable } from '@/ground/people/table'

interface Held {
  /** The estate was read from the server at least once. */
  told: boolean
  buildings: Building[]
  stairwells: Stairwell[]
  places: Place[]
  routes: Route[]
  people: { id: string; name: string; active: boolean }[]
}

const NOTHING: Held = {
  told: false,
  buildings: [],
  stairwells: [],
  places: [],
  routes: [],
  people: [],
}

/** What this device holds of the estate, in the order people count; asked for anew when the page opens. */
export function useEstate() {
  const { estate } = useSession()
  const id = estate.value?.id ?? ''
  const held = useLive<Held | null>(() => readEstate(id), null)
  const part = <K extends keyof Held>(name: K) => computed(() => (held.value ?? NOTHING)[name])
  onMounted(() => void syncNow())
  return {
    loaded: part('told'),
    buildings: part('buildings'),
    stairwells: part('stairwells'),
    places: part('places'),
    routes: part('routes'),
    people: part('people'),
  }
}

async function readEstate(estate: string): Promise<Held> {
  const store = useStore()
  const tables = [
    feedTable,
    buildingTable,
    stairwellTable,
    placeTable,
    routeTable,
    colleagueTable,
  ] as const
  const [feed, buildings, stairwells, places, routes, people] = await store.snapshot(tables, () => {
    const of = { estate }
    return Promise.all([
      store.rows(feedTable).get(estate),
      store.rows(buildingTable).where(of).toArray(),
      store.rows(stairwellTable).where(of).toArray(),
      store.rows(placeTable).where(of).toArray(),
      store.rows(routeTable).where(of).toArray(),
      store.rows(colleagueTable).where(of).toArray(),
    ])
  })
  return {
    told: feed !== undefined,
    buildings: buildings.sort(asCounted),
    stairwells: stairwells.sort(asCounted),
    places: places.sort((a, b) => (b.floor ?? 0) - (a.floor ?? 0) || byName(a, b)),
    routes: routes.sort(byName),
    people: people.sort(byName),
  }
}

const collator = new Intl.Collator('zh', { numeric: true })

function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name)
}

function asCounted(a: Building | Stairwell, b: Building | Stairwell): number {
  return a.order - b.order || byName(a, b)
}

/** A change of places or routes. What the server took in is on this device once it answers true. */
export function usePlaceAct() {
  const { running, failed, code, call } = useCall()

  async function act(send: () => ReturnType<typeof post>): Promise<boolean> {
    const answer = await call(send)
    if (answer.ok) await syncNow()
    return answer.ok
  }

  return {
    running,
    failed,
    code,
    act,
    add: (type: string, names: string[], buildingId: string | null) =>
      act(() =>
        names.length === 1 || buildingId
          ? post('/places', { type, name: names[0], buildingId })
          : post('/places/many', { type, names }),
      ),
    change: (id: string, name: string, active: boolean) =>
      act(() => replace(`/places/${id}`, { name, active })),
  }
}

/** The places that the register suggests; they come from the server and are confirmed there. */
export function useProposals() {
  const proposals = shallowRef<Proposal[] | null>(null)
  const reading = useCall()
  const { running, failed, act } = usePlaceAct()

  async function load(): Promise<void> {
    const answer = await reading.call(() => get<Proposal[]>('/places/proposals'))
    if (answer.ok) proposals.value = answer.data
  }
  const confirm = (keys: string[]) => act(() => post('/places/proposals/confirm', { keys }))

  onMounted(load)
  return { proposals, notRead: reading.failed, load, confirm, running, failed }
}
