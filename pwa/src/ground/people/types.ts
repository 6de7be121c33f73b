/** Colleagues and devices as the server tells overseers of them. */
import type { Schemas } from '@/core/http/schema'

export type Colleague = Schemas['ColleagueOut']
export type KnownDevice = Schemas['DeviceOut']

/** A colleague as every phone of the estate holds it. */
export interface PulledColleague {
  name: string
  role: string
  active: boolean
  /** Can sign on another's phone: a PIN is set and not shut after wrong ones. */
  pin?: boolean
}

/** Who puts right what is found: everybody holds all five of an estate. */
export interface Department {
  kind: string
  name: string
  headId: string | null
  memberIds: string[]
}
