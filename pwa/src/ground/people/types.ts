/** Colleagues and devices as the server tells overseers of them. */

export interface Colleague {
  id: string
  name: string
  login: string
  role: string
  duties: string[]
  active: boolean
  hasPin: boolean
}

export interface KnownDevice {
  id: string
  name: string
  people: string[]
  lastContactAt: string
  waiting: number
  revokedAt: string | null
  revokedReason: string | null
}

/** A colleague as every phone of the estate holds it. */
export interface PulledColleague {
  name: string
  role: string
  active: boolean
}
