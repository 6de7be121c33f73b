/** When a vacant unit is checked, and what a check asks (`vacancy.md` 4 to 6). Pure; twin of the server's. */
import { dayAfter, type Day } from '@/ground/calendar/rules'
import type { Result } from '@/ground/checklists/types'
import { VALVES, type Card, type Valve, type Valves, type VacantUnit } from './types'

export interface Period {
  first: Day
  last: Day
}

/** A Monday: blocks of days are counted from it. */
const ORIGIN = '1970-01-05'
const DAY_MS = 86_400_000
const daysFrom = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** Answer the period in which `day` lies; of seven days it is the week from Monday to Sunday. */
export function periodOf(day: Day, every: number): Period {
  const block = Math.floor(daysFrom(ORIGIN, day) / every)
  const first = dayAfter(ORIGIN, block * every)
  return { first, last: dayAfter(first, every - 1) }
}

const ALWAYS = [
  ...['VU-01', 'VU-02', 'VU-03', 'VU-04', 'VU-05', 'VU-06'],
  ...['VU-07', 'VU-08', 'VU-09', 'VU-10', 'VU-11'],
]

const monthDay = (day: Day) => day.slice(5)
const isShadeTime = (day: Day) => monthDay(day) >= '05-01' && monthDay(day) <= '09-30'
const isFrostTime = (day: Day) => monthDay(day) >= '11-01' || monthDay(day) <= '03-15'
const monthOf = (day: Day) => day.slice(0, 7)
const quarterOf = (day: Day) => `${day.slice(0, 4)}/${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** What decides which items are asked: of the unit, and when each care task was done last. */
export interface Asking {
  card: Pick<Card, 'finish' | 'westRooms' | 'appliances'> | null
  coldRegion: boolean
  day: Day
  done: Partial<Record<string, Day>>
}

/** Answer which items of the checklist a check asks, by season, finish and plan, in the order of the list. */
export function itemsAsked({ card, coldRegion, day, done }: Asking): string[] {
  const doneIn = (task: string, span: (day: Day) => string) => {
    const last = done[task]
    return last !== undefined && span(last) === span(day)
  }
  const isFine = card?.finish === 'fine'
  const hasAppliances = (card?.appliances.length ?? 0) > 0
  const hasWest = (card?.westRooms.length ?? 0) > 0
  const sometimes: [string, boolean][] = [
    ['VU-12', hasAppliances && !doneIn('SE-06', monthOf)],
    ['VU-13', isFine && !doneIn('SE-08', quarterOf)],
    ['VU-14', isFine && hasWest && isShadeTime(day)],
    ['VU-15', coldRegion && isFrostTime(day)],
  ]
  return [...ALWAYS, ...sometimes.flatMap(([item, asked]) => (asked ? [item] : [])), 'VU-16']
}

const isSummer = (day: Day) => monthDay(day) >= '06-01' && monthDay(day) <= '09-30'

/**
 * done: checked in this period · airing: checked, but in summer it is aired a second time · due: not yet checked
 * missed: nor in the period before · off: not visited at all
 */
export type Turn = 'off' | 'done' | 'airing' | 'due' | 'missed'

/**
 * Answer how a unit stands with the checks of its period. One that came back, as after a letting, is checked like a new
 * one (`vacancy.md` 8): what was checked before counts no more.
 */
export function turnOf(
  unit: Pick<VacantUnit, 'inRegime' | 'checkedOn' | 'since' | 'visitedSince'>,
  today: Day,
  every: number,
): Turn {
  if (!unit.inRegime) return 'off'
  const since = unit.visitedSince ?? unit.since
  const checked = unit.checkedOn.filter((day) => since === null || day >= since)
  const within = ({ first, last }: Period) => checked.filter((day) => day >= first && day <= last)
  const now = periodOf(today, every)
  const days = new Set(within(now))
  if (days.size > 0) return isSummer(today) && days.size < 2 ? 'airing' : 'done'
  const before = periodOf(dayAfter(now.first, -1), every)
  const wasVacant = since ? since <= before.first : checked.length > 0
  return wasVacant && within(before).length === 0 ? 'missed' : 'due'
}

/** Answer for how many days a unit has not been completely checked, or null when it never was. */
export function daysSince(unit: Pick<VacantUnit, 'checkedOn'>, today: Day): number | null {
  const last = unit.checkedOn.at(-1)
  return last === undefined ? null : Math.max(0, daysFrom(last, today))
}

/** shut: all of them · reasoned: one is open, with a reason and a day · late: that day is over · unknown: not seen yet */
export type ValvesStand = 'shut' | 'reasoned' | 'late' | 'unknown'

/** Answer how the valves of a unit stand (VAC-R01). */
export function valvesStand(
  { valves, openValves }: Pick<VacantUnit, 'valves' | 'openValves'>,
  today: Day,
): ValvesStand {
  if (valves === null) return 'unknown'
  if (!Object.values(valves).includes('open')) return 'shut'
  const reasoned = openValves.length > 0 && openValves.every(({ dueOn }) => dueOn >= today)
  return reasoned ? 'reasoned' : 'late'
}

const VALVE_ITEMS: Record<Valve, string> = { water: 'VU-01', power: 'VU-02', gas: 'VU-03' }

/**
 * Answer which valves stand otherwise than the item about them was answered: open though it says normal, or absent
 * though it does not say 不适用. Found wrong and shut since is fine. What is not said yet is no contradiction.
 */
export function valvesUnlike(
  answers: Partial<Record<string, { result: Result }>>,
  valves: Partial<Valves>,
): Valve[] {
  return VALVES.filter((valve) => {
    const result = answers[VALVE_ITEMS[valve]]?.result
    if (result === undefined) return false
    return valves[valve] === 'open'
      ? result === 'normal'
      : valves[valve] === 'absent' && result !== 'na'
  })
}
