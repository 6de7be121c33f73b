/** What the office asks the server about vacant units; needs the network. */
import { shallowRef } from 'vue'

import { get } from '@/core/http/client'
import { useCall } from '@/core/http/useCall'

/** A month as 抽查率 shows it. `percent` is null where no unit was vacant on the first. */
export interface MonthCoverage {
  month: string
  vacant: number
  checked: number
  percent: number | null
  target: number
  isNew: boolean
  pass: boolean | null
  passFull: boolean | null
}

/** A unit whose charges the developer owes, since when. */
export interface DueUnit {
  unitId: string
  unit: string
  developer: string
  area: number | null
  from: string
  days: number
}

/** A care task of the year. */
export interface CareTask {
  task: string
  schedule: 'each_visit' | 'weekly' | 'monthly' | 'quarterly' | 'yearly' | 'if_needed'
  applies: number
  responsible: 'steward' | 'cleaner'
  last: string | null
  next: { from: string; due: string } | null
  periods: { from: string; due: string; of: number; done: number; state: CareState }[]
}
export type CareState = 'coming' | 'open' | 'late' | 'done' | 'missed'

/** Answer what is under `path` of vacant units; `data` is null until it came. */
export function useAsked<T>(path: string) {
  const data = shallowRef<T | null>(null)
  const { running, failed, call } = useCall()

  async function load(): Promise<void> {
    const answer = await call(() => get<T>(`/vacancy${path}`))
    if (answer.ok) data.value = answer.data
  }
  void load()
  return { data, running, failed, load }
}
