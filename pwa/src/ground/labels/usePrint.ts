/** Prints: ordered here, drawn by the server file by file, fetched when they are done. */
import { useIntervalFn } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'

import { offerFile } from '@/core/download'
import { get, post } from '@/core/http/client'
import type { Schemas } from '@/core/http/schema'
import { useCall } from '@/core/http/useCall'
import type { Layout } from '@/ground/labels/layouts'

const PATIENCE_MS = 60_000
const ASK_EVERY_MS = 1_000

/** What to print: labels of routes (null: of all), or so many blank ones. */
export interface Order {
  routeIds: string[] | null
  blank: number | null
  layout: Layout
  reprint: boolean
}

/** A print as the server tells it; `done` of its labels are drawn. */
export type Job = Schemas['JobOut']
export type JobFile = Schemas['FileOut']

/** Answer the newest prints of the estate; while one is under way they are asked for every second. */
export function usePrint() {
  const jobs = shallowRef<Job[]>([])
  const { running, failed, call } = useCall()
  const underWay = computed(() =>
    jobs.value.some(({ state }) => state === 'waiting' || state === 'drawing'),
  )

  async function ask(): Promise<void> {
    const answer = await get<Job[]>('/labels/jobs')
    if (answer.ok) jobs.value = answer.data
  }

  async function order(what: Order): Promise<boolean> {
    const answer = await call(() => post('/labels/jobs', what))
    if (answer.ok) await ask()
    return answer.ok
  }

  const asking = useIntervalFn(ask, ASK_EVERY_MS, { immediate: false })
  watch(underWay, (now) => (now ? asking.resume() : asking.pause()))
  void ask()

  return { jobs, running, failed, order }
}

/** Fetch a file of a print and hand it to the person. */
export function useJobFile() {
  const form = useCall()

  async function download({ name, url }: JobFile): Promise<void> {
    const path = url.replace(/^\/api\/v1/, '')
    const answer = await form.call(() =>
      get<ArrayBuffer>(path, { as: 'bytes', patienceMs: PATIENCE_MS }),
    )
    if (answer.ok) offerFile(answer.data, name, 'application/pdf')
  }
  return { ...form, download }
}
