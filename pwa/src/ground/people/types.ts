/** Colleagues and devices as the server tells overseers of them. */
import type { Schemas } from '@/core/http/schema'

export type Colleague = Schemas['ColleagueOut']
export type KnownDevice = Schemas['DeviceOut']

/** A colleague as every phone of the estate holds it. */
export interface PulledColleague {
  name: string
  role: string
  active: boolean
}
