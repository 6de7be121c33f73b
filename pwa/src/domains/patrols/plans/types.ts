/** Plans of routes as the office reads and changes them. */
import type { Schemas } from '@/core/http/schema'
import type { Assignees } from '@/domains/patrols/types'

export type Planned = Schemas['PlannedOut']
export type PlannedRoute = Planned['routes'][number]
export type PlanTold = PlannedRoute['holds']
export type Version = PlannedRoute['versions'][number]
export type Walker = Planned['walkers'][number]
export type Windows = [start: string, end: string][]

/** A plan as somebody is drawing it up. */
export interface PlanForm {
  onWorkingDay: number
  onRestDay: number
  ownWindows: boolean
  windows: Windows
  assignees: Assignees
  assigneeIds: string[]
  validFrom: string
}
