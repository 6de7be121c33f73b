/** What happened on a site, newest first: steps of the case and visits in one line of time. Pure. */
import type { Case } from './board'
import type { SiteVisit, Step } from './types'

export type Event =
  { at: string; step: Step; visit?: never } | { at: string; visit: SiteVisit; step?: never }

/** Answer the events of a case, newest first; a visit stands there once, as itself. */
export function timelineOf({ one, visits }: Pick<Case, 'one' | 'visits'>): Event[] {
  const steps = one.acts
    .filter(({ act }) => act !== 'visit')
    .map((step): Event => ({ at: step.at, step }))
  const seen = visits.map((visit): Event => ({ at: visit.at, visit }))
  return [...steps, ...seen].sort((a, b) => (a.at < b.at ? 1 : -1))
}
