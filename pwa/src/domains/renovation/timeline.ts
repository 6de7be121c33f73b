/** What happened on a site, newest first: steps of the case, visits and looks at night in one line of time. Pure. */
import type { Case } from './board'
import type { NightLook, PaperCode, Party, Renovation, Step } from './types'
import type { SiteVisit } from './visit/types'

/** One of the three. */
export interface Event {
  at: string
  step?: Step
  visit?: SiteVisit
  night?: NightLook
}

/** What somebody saw stands there as itself, not as a step. */
const SEEN = ['visit', 'night_check']

/** Answer the events of a case, newest first; a visit, or a look at night, stands there once, as itself. */
export function timelineOf({ one, visits }: Pick<Case, 'one' | 'visits'>): Event[] {
  const steps = one.acts
    .filter(({ act }) => !SEEN.includes(act))
    .map((step): Event => ({ at: step.at, step }))
  const seen = visits.map((visit): Event => ({ at: visit.at, visit }))
  const nights = (one.nights ?? []).map((night): Event => ({ at: night.at, night }))
  return [...steps, ...seen, ...nights].sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** What a step of the application was about: a paper or form, who signed it, whose pass. */
export interface Subject {
  paper?: PaperCode
  party?: Party
  name?: string
}

/** Answer what a step was about where the case tells: what was signed, brought or issued at its moment. */
export function subjectOf(
  { act, at }: Pick<Step, 'act' | 'at'>,
  { signed, papers, passes }: Pick<Renovation, 'signed' | 'papers' | 'passes'>,
): Subject {
  const sign = act === 'sign' ? signed.find((one) => one.at === at) : undefined
  if (sign) return { paper: sign.form, party: sign.party, name: sign.name }
  const paper = act === 'paper' ? papers.find((one) => one.at === at) : undefined
  if (paper) return { paper: paper.code }
  const pass = act === 'pass' ? passes.find(({ issuedAt }) => issuedAt === at) : undefined
  return pass ? { name: pass.name } : {}
}
