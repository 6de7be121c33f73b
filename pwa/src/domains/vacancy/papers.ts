/** What the office files about vacant units: the dynamic table of a month, the summary of a half-year. Pure. */
import type { Day } from '@/ground/calendar/rules'
import type { MonthCoverage } from './useAsked'

/** A paper by today's knowledge, or as it was filed; `sha256` is of its content as shown. */
export interface Paper<Content> {
  id: string
  period: string
  state: 'draft' | 'overdue' | 'filed'
  dueOn: Day
  filedAt: string | null
  byName: string | null
  sha256: string
  content: Content
  /** Of a filed summary: what it would say by today's knowledge; null where nobody can tell any more. */
  today?: Content | null
}

/** A unit that became vacant in the month, or that no longer is: then `to` says what it is now. */
export interface Moved {
  unitId: string
  unit: string
  on: Day
  to?: string
}

/** It balances: opening + additions − departures = closing. */
export interface TableContent {
  opening: number
  additions: Moved[]
  departures: Moved[]
  closing: number
  checksDue: number
  checksDone: number
  coverage: { percent: number | null }
  openFindings: number
  valvesOpen: { unitId: string }[]
}

/** Money in fen; `planned` is the budget of the year's approved plan, where there is one. */
export interface SummaryContent {
  visits: { unitId: string; unit: string; count: number }[]
  coverage: MonthCoverage[]
  findings: { item: string; count: number }[]
  openFindings: number
  care: { task: string; done: number; missed: number }[]
  cost: number
  planned: number | null
  lettings: { unit: string; contractNo: string; beginsOn: Day; endedOn: Day | null }[]
}

/** What stands in a paper, by where the server tells it. */
export interface Contents {
  tables: TableContent
  summaries: SummaryContent
}

const total = (counted: readonly { count: number }[]) =>
  counted.reduce((sum, { count }) => sum + count, 0)

/** Answer the figures of a half-year: what was visited, found, done and spent. */
export function figuresOf({ visits, findings, openFindings, care, cost }: SummaryContent) {
  const done = care.reduce((sum, one) => sum + one.done, 0)
  const missed = care.reduce((sum, one) => sum + one.missed, 0)
  return {
    ...{ units: visits.length, visits: total(visits), findings: total(findings), openFindings },
    ...{ careDone: done, careMissed: missed, cost },
  }
}
export type Figures = ReturnType<typeof figuresOf>
export type Figure = keyof Figures

/** Answer the figures that are others than in the half-year before. */
export function changedSince(before: SummaryContent, content: SummaryContent) {
  const [old, told] = [figuresOf(before), figuresOf(content)]
  return (Object.keys(told) as Figure[])
    .filter((name) => old[name] !== told[name])
    .map((name) => ({ name, then: old[name], now: told[name] }))
}

/** Answer the figures that are others now than in a summary as it was filed; what is still open changes by itself. */
export function changedAfter({ content, today }: Paper<SummaryContent>) {
  const changed = today ? changedSince(content, today) : []
  return changed.filter(({ name }) => name !== 'openFindings')
}

/** Answer the words' parameters of a half-year: 2026-H1. */
export function halfOf(period: string): { year: string; half: '1' | '2' } {
  const [year = '', half = ''] = period.split('-H')
  return { year, half: half === '2' ? '2' : '1' }
}
