/** One route as a person edits it: read fresh, changed here, saved at once or told that somebody was quicker. */
import { computed, ref, shallowRef } from 'vue'

import { useBusy } from '@/core/busy'
import { get, post, replace } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'
import { sameOrder } from '@/ground/places/rules'
import type { Frequency, RouteDraft } from '@/ground/places/types'
import { usePlaceAct } from '@/ground/places/use'

export const NEW = 'new'

/** A route as the server tells it; `version` is another one as soon as anything of it is. */
export type ToldRoute = RouteDraft & { id: string; version: string }

const BLANK: RouteDraft = {
  name: '',
  stewardId: null,
  placeIds: [],
  frequencies: {},
  active: true,
}

/** Edit the route `id`, or a new one. */
export function useRouteDraft(id: string) {
  const told = shallowRef<ToldRoute | null>(null)
  const gone = ref(false)
  const draft = shallowRef<RouteDraft | null>(id === NEW ? BLANK : null)
  const reading = useCall()
  const { running, failed, code, act } = usePlaceAct()
  const dirty = computed(() => !!draft.value && !same(draft.value, told.value ?? BLANK))
  useBusy(dirty)

  async function load(): Promise<void> {
    const answer = await reading.call(() => get<ToldRoute[]>('/places/routes'))
    if (!answer.ok) return
    told.value = answer.data.find((one) => one.id === id) ?? null
    gone.value = told.value === null
    draft.value = told.value
    failed.value = ''
  }

  function change(part: Partial<RouteDraft>): void {
    if (draft.value) draft.value = { ...draft.value, ...part }
  }

  async function propose(): Promise<boolean> {
    const path = `/places/routes/${id}/proposal`
    const answer = await reading.call(() => get<{ placeIds: string[] }>(path))
    if (answer.ok) change({ placeIds: answer.data.placeIds })
    return answer.ok
  }

  async function save(): Promise<boolean> {
    const { name, stewardId, placeIds, frequencies, active } = draft.value ?? BLANK
    const body = { name: name.trim(), stewardId, placeIds, frequencies }
    if (id === NEW) return act(() => post('/places/routes', body))
    const version = told.value?.version
    const saved = await act(() => replace(`/places/routes/${id}`, { ...body, active, version }))
    if (saved) await load()
    return saved
  }

  if (id !== NEW) void load()
  return {
    draft,
    dirty,
    gone,
    notRead: reading.failed,
    load,
    change,
    propose,
    save,
    running,
    failed,
    code,
  }
}

function same(a: RouteDraft, b: RouteDraft): boolean {
  const head = a.name === b.name && a.stewardId === b.stewardId && a.active === b.active
  return head && sameOrder(a.placeIds, b.placeIds) && sameOften(a, b)
}

function sameOften(a: RouteDraft, b: RouteDraft): boolean {
  return a.placeIds.every((id) => often(a, id) === often(b, id))
}

/** Answer how often a place of the route is visited. */
export function often(
  { frequencies }: Pick<RouteDraft, 'frequencies'>,
  placeId: string,
): Frequency {
  return frequencies[placeId] ?? 'every_round'
}
