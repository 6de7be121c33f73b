/** The yearly maintenance plan on the screen (`vacancy.md` 7): what it lacks, and who may take it a step on. Pure. */
import type { Day } from '@/ground/calendar/rules'

export const PLAN_STATES = [
  ...(['draft', 'in_review', 'returned', 'merged'] as const),
  ...(['approved', 'active', 'closed'] as const),
] as const
export type PlanState = (typeof PLAN_STATES)[number]
export type PlanAct = 'save' | 'submit' | 'return' | 'merge' | 'approve'

/** What is to be done; `task` says which care task it is, `cost` is in fen. */
export interface PlanItem {
  task: string | null
  what: string
  frequency: string
  measures: string
  cost: number | null
}

export interface Plan {
  id: string
  year: number
  state: PlanState
  dueOn: Day
  items: PlanItem[]
  /** The budget, in fen. */
  cost: number
  tasks: { task: string; from: Day; due: Day }[]
  acts: { act: PlanAct; at: string; byName: string; note: string }[]
}

const STEPS: Record<PlanState, Partial<Record<PlanAct, string>>> = {
  draft: { submit: 'manager', save: 'manager' },
  returned: { submit: 'manager', save: 'manager' },
  in_review: { merge: 'office_manager', return: 'office_manager' },
  merged: { approve: 'gm', return: 'gm' },
  ...{ approved: {}, active: {}, closed: {} },
}

/** Answer the acts that these roles may do on a plan, the one that takes it on first. */
export function stepsOf(state: PlanState, roles: ReadonlySet<string>): PlanAct[] {
  const steps = STEPS[state]
  return (Object.keys(steps) as PlanAct[]).filter((act) => roles.has(steps[act] ?? ''))
}

/** Answer the role whose turn it is, or null once nobody's is. */
export function turnOfPlan(state: PlanState): string | null {
  return Object.values(STEPS[state])[0] ?? null
}

export type Lack = 'items' | 'frequency' | 'measures' | 'budget'

/** Answer what an item lacks to be reviewed. */
export function lacksOf({ frequency, measures, cost }: PlanItem): Lack[] {
  const lacks: [Lack, boolean][] = [
    ['frequency', frequency.trim() === ''],
    ['measures', measures.trim() === ''],
    ['budget', cost === null],
  ]
  return lacks.flatMap(([name, lacking]) => (lacking ? [name] : []))
}

/** Answer what a plan lacks to be reviewed (acceptance 7). */
export function planLacks(items: readonly PlanItem[]): Lack[] {
  return items.length === 0 ? ['items'] : [...new Set(items.flatMap(lacksOf))]
}

/** Answer the budget in fen. */
export const sumOf = (items: readonly PlanItem[]) =>
  items.reduce((sum, { cost }) => sum + (cost ?? 0), 0)

/** Answer the years for which a plan can be begun: this one's and the next's, where there is none. */
export function yearsToPlan(plans: readonly Pick<Plan, 'year'>[], today: Day): number[] {
  const year = Number(today.slice(0, 4))
  return [year + 1, year].filter((one) => !plans.some((plan) => plan.year === one))
}

/** Say whether a plan is late: it was to be handed in by then. */
export const isLate = ({ state, dueOn }: Pick<Plan, 'state' | 'dueOn'>, today: Day) =>
  (state === 'draft' || state === 'returned') && today > dueOn

export const CARE_TASKS = [
  ...(['SE-01', 'SE-02', 'SE-03', 'SE-04', 'SE-05'] as const),
  ...(['SE-06', 'SE-07', 'SE-08', 'SE-09'] as const),
] as const
export type CareTaskId = (typeof CARE_TASKS)[number]

/**
 * Answer what a year's plan begins with: the items of the newest plan before it, else every care task.
 *
 * usual  what a task is called, and how often it is done
 */
export function firstItems(
  plans: readonly Pick<Plan, 'year' | 'items'>[],
  year: number,
  usual: (task: CareTaskId) => Pick<PlanItem, 'what' | 'frequency'>,
): PlanItem[] {
  const before = plans.filter((plan) => plan.year < year).sort((a, b) => b.year - a.year)[0]
  if (before) return before.items
  return CARE_TASKS.map((task) => ({ task, ...usual(task), measures: '', cost: null }))
}

/** Answer the items with one put in place of another, added (`at` is their number), or taken out (null). */
export function withItem(
  items: readonly PlanItem[],
  at: number,
  item: PlanItem | null,
): PlanItem[] {
  return [...items.slice(0, at), ...(item ? [item] : []), ...items.slice(at + 1)]
}
