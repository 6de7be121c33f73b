/** What the building is coloured by, and how a unit then looks. Pure; the words are the page's. */
import type { Look } from '@/ground/places/picture/types'
import type { Day } from '@/ground/calendar/rules'
import { daysSince, valvesStand, type Turn, type ValvesStand } from './rules'
import type { UnitCase } from './walk'

export const MEASURES = ['week', 'status', 'days', 'month', 'findings', 'valves'] as const
export type Measure = (typeof MEASURES)[number]

type Shown = Omit<Look, 'words'>

const quiet: Shown = { key: 'off', tone: 'quiet' }
const week: Record<Exclude<Turn, 'off'> | 'wrong', Shown> = {
  wrong: { key: 'wrong', tone: 'abnormal', state: 'abnormal' },
  missed: { key: 'missed', tone: 'overdue', state: 'overdue' },
  due: { key: 'due', tone: 'todo', state: 'todo' },
  airing: { key: 'airing', tone: 'act', state: 'doing' },
  done: { key: 'done', tone: 'normal', state: 'quiet' },
}
const valves: Record<ValvesStand, Shown> = {
  late: { key: 'late', tone: 'overdue', state: 'overdue' },
  reasoned: { key: 'reasoned', tone: 'late', state: 'late' },
  unknown: { key: 'unknown', tone: 'todo', state: 'todo' },
  shut: { key: 'shut', tone: 'normal', state: 'quiet' },
}

/** Every look of a measure, in the order of the legend: what needs a person first. */
export const SHOWN: Record<Measure, readonly Shown[]> = {
  week: [week.wrong, week.missed, week.due, week.airing, week.done, quiet],
  status: [
    { key: 'vacant_unsold', tone: 'vacant', status: 'vacant_unsold' },
    { key: 'sold_not_moved_in', tone: 'sold', status: 'sold_not_moved_in' },
    { key: 'let_vacant', tone: 'idle', status: 'let_vacant' },
  ],
  days: [
    { key: 'never', tone: 'missed', state: 'missed' },
    { key: 'long', tone: 'overdue', state: 'overdue' },
    { key: 'late', tone: 'late', state: 'late' },
    { key: 'fresh', tone: 'normal', state: 'quiet' },
    quiet,
  ],
  month: [
    { key: 'open', tone: 'todo', state: 'todo' },
    { key: 'done', tone: 'normal', state: 'quiet' },
    quiet,
  ],
  findings: [
    { key: 'open', tone: 'abnormal', state: 'abnormal' },
    { key: 'none', tone: 'normal', state: 'quiet' },
  ],
  valves: [valves.late, valves.reasoned, valves.unknown, valves.shut],
}

interface When {
  today: Day
  every: number
}

function daysKey({ unit, turn }: UnitCase, { today, every }: When): string {
  if (turn === 'off') return 'off'
  const days = daysSince(unit, today)
  if (days === null) return 'never'
  if (days <= every) return 'fresh'
  return days <= 2 * every ? 'late' : 'long'
}

const KEYS: Record<Measure, (one: UnitCase, when: When) => string> = {
  week: ({ turn, openFindings }) => (turn !== 'off' && openFindings > 0 ? 'wrong' : turn),
  status: ({ unit }) => unit.status,
  days: daysKey,
  month: ({ unit, turn }, { today }) => {
    if (turn === 'off') return 'off'
    return unit.checkedOn.some((day) => day.slice(0, 7) === today.slice(0, 7)) ? 'done' : 'open'
  },
  findings: ({ openFindings }) => (openFindings > 0 ? 'open' : 'none'),
  valves: ({ unit }, { today }) => valvesStand(unit, today),
}

/** Answer which look of a measure a unit has. */
export function keyOf(measure: Measure, one: UnitCase, when: When): string {
  return KEYS[measure](one, when)
}
