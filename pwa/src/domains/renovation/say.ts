/** Renovations in words and marks. */
import { locale, t } from '@/core/text'
import { dotted } from '@/core/text/dotted'
import type { State as Mark } from '@/core/ui/states'
import type { ChecklistItem } from '@/ground/checklists/types'
import type { Board } from '@/domains/renovation/board'
import { dayOfWork, isOverdue, noticeStateOf, stateOf, type Flag, type Today } from './standing'
import type { Subject } from './timeline'
import type { Missing, Notice, Pass, Renovation, State, Verdict, WorkRequest } from './types'

interface Said {
  state: Mark
  word: string
}

const MARKS: Record<State, Mark> = {
  draft: 'todo',
  submitted: 'asked',
  incomplete: 'asked',
  in_review: 'asked',
  returned: 'asked',
  approved: 'asked',
  paid: 'asked',
  permitted: 'todo',
  in_progress: 'doing',
  completion_reported: 'asked',
  rectifying: 'abnormal',
  observation: 'quiet',
  recheck_due: 'late',
  refund_due: 'asked',
  closed: 'normal',
  cancelled: 'na',
}

/** Answer how a case stands; past its permit it is overdue, past its two working days the review is late. */
export function stateMark(one: Renovation, { day, now }: Today): Said {
  const state = stateOf(one, day)
  const word = t(`renovation.states.${state}`)
  const late = state === 'in_review' && one.reviewDue !== null && Date.parse(one.reviewDue) < +now
  if (isOverdue(one, day)) return { state: 'overdue', word: t('renovation.flags.overdue') }
  return { state: late ? 'late' : MARKS[state], word }
}

const FLAG_MARKS: Record<Flag, Mark> = {
  overdue: 'overdue',
  unvisited: 'missed',
  has_open_notice: 'abnormal',
  overnight: 'asked',
  hot_work: 'late',
}

/** Answer a flag of a site, never by colour alone. */
export function flagMark(flag: Flag): Said {
  return { state: FLAG_MARKS[flag], word: t(`renovation.flags.${flag}`) }
}

/** Answer the day of the permit in words: 第 11 天 / 共 90 天; '' before it. */
export function dayWords(one: Renovation, { day }: Today): string {
  const work = dayOfWork(one, day)
  if (!work || work.n < 1) return ''
  return t('renovation.dayOf', { n: work.n, of: work.of })
}

/** Answer how a notice stands. */
export function noticeMark(notice: Notice, { day }: Today): Said {
  const state = noticeStateOf(notice, day)
  const marks: Partial<Record<typeof state, Mark>> = {
    issued: 'abnormal',
    overdue: 'overdue',
    escalated: 'overdue',
    reported_fixed: 'asked',
  }
  return { state: marks[state] ?? 'normal', word: t(`renovation.noticeStates.${state}`) }
}

/** Answer how a request stands. */
export function requestMark({ state }: WorkRequest): Said {
  const marks = {
    requested: 'asked',
    approved: 'normal',
    refused: 'na',
    released: 'normal',
  } as const
  return { state: marks[state], word: t(`renovation.requestStates.${state}`) }
}

/** Answer how a pass stands. */
export function passMark({ state }: Pick<Pass, 'state'>): Said {
  const marks = { issued: 'normal', returned: 'na', lost: 'late', revoked: 'abnormal' } as const
  return { state: marks[state], word: t(`renovation.passStates.${state}`) }
}

/** Answer a verdict at the gate. */
export function verdictMark(verdict: Verdict): Said {
  const marks: Partial<Record<Verdict, Mark>> = {
    valid: 'normal',
    expired: 'overdue',
    not_yet: 'late',
  }
  return { state: marks[verdict] ?? 'abnormal', word: t(`renovation.verdicts.${verdict}`) }
}

/** Answer what a paper lacks in words. */
export function missingWords({ why, parties, workers }: Missing): string {
  const who = parties.map((party) => t(`renovation.parties.${party}`)).join(t('renovation.comma'))
  return t(`renovation.missing.${why}`, { who, n: workers.length })
}

/** Answer what an item of the site's checklist is called: RN-05 地漏盖…; its number alone before it was told. */
export function itemWords(id: string, { templates }: Pick<Board, 'templates'>): string {
  const items = templates.flatMap((template) => template.items)
  const item = items.findLast((one: ChecklistItem) => one.id === id)
  return item ? `${id} ${item.words[locale.value]}` : id
}

/** Answer an act of the history in words: an unknown one, of a newer server, as it is called. */
export function actWords(act: string): string {
  const words = t(`renovation.done.${act}`)
  return words === `renovation.done.${act}` ? act : words
}

/** Answer what a step was about in words: 装修管理协议书 · 业主 许文彬; '' where it says no more than its act. */
export function subjectWords({ paper, party, name }: Subject): string {
  const who = [party ? t(`renovation.parties.${party}`) : '', name ?? '']
  const words = [paper ? t(`renovation.papers.${paper}`) : '', who.filter(Boolean).join(' ')]
  return dotted(...words)
}
