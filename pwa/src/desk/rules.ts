/** How the desk reads a day: states of places, the sum of a round, which phones are silent. Pure. */
import type { State } from '@/core/ui/states'
import type { DeskPhone, DeskPlace, DeskRound, Trouble, TroubleKind } from '@/desk/types'

/** A phone in the field is heard of every few minutes; after this it is worth a look. */
export const SILENT_MINUTES = 30

/** Answer the shape of a place in the coverage: quiet when well, clear when not. */
export function markOf({ state, abnormal }: Pick<DeskPlace, 'state' | 'abnormal'>): State {
  if (abnormal > 0) return 'abnormal'
  const marks = {
    due: 'todo',
    done: 'quiet',
    late: 'late',
    made_up: 'madeUp',
    skipped: 'na',
    not_arrived: 'silent',
    missed: 'missed',
  } as const
  return marks[state]
}

/** Answer the shape of a trouble. */
export function troubleMark(kind: TroubleKind): State {
  const marks = {
    abnormal: 'abnormal',
    missed: 'missed',
    late: 'late',
    not_arrived: 'silent',
    refused: 'asked',
    doubtful: 'asked',
  } as const
  return marks[kind]
}

const VISITED: readonly DeskPlace['state'][] = ['done', 'late', 'made_up', 'skipped']

/** What stands at the end of a round's row; `missed` and `not_arrived` carry how many places. */
export interface RoundSum {
  done: number
  all: number
  end: 'walked' | 'made_up' | 'skipped' | 'missed' | 'not_arrived' | 'late' | 'until' | 'from'
  count: number
}

/** Answer the sum of a round at `now`: the worst that can be said of it. */
export function sumOf(round: DeskRound, now: Date): RoundSum {
  const all = round.places.length
  const count = (state: DeskPlace['state']) =>
    round.places.filter((place) => place.state === state).length
  const done = round.places.filter(({ state }) => VISITED.includes(state)).length
  const missed = count('missed')
  const silent = count('not_arrived')
  if (missed > 0) return { done, all, end: 'missed', count: missed }
  if (silent > 0) return { done, all, end: 'not_arrived', count: silent }
  const end = done === all && (['made_up', 'skipped'] as const).find(count)
  if (end) return { done, all, end, count: count(end) }
  if (done === all) return { done, all, end: 'walked', count: done }
  if (now < new Date(round.start)) return { done, all, end: 'from', count: 0 }
  return { done, all, end: now > new Date(round.end) ? 'late' : 'until', count: all - done }
}

/** Answer the phones that have been silent, longest first; those written off are nobody's question. */
export function silentPhones(phones: readonly DeskPhone[]): DeskPhone[] {
  return phones
    .filter(({ gone, silentMinutes }) => !gone && silentMinutes >= SILENT_MINUTES)
    .sort((a, b) => b.silentMinutes - a.silentMinutes)
}

/** Answer the number of the round to show first: the one under way, else the last begun, else the first. */
export function numberNow(rounds: readonly DeskRound[], now: Date): number {
  const begun = rounds.filter(({ start }) => new Date(start) <= now)
  const open = begun.filter(({ end }) => now <= new Date(end))
  const numbers = (open.length > 0 ? open : begun).map(({ number }) => number)
  return numbers.length > 0 ? Math.max(...numbers) : (rounds[0]?.number ?? 1)
}

/** Doubts about visits of one person with the same codes are one thing to look at. */
export interface TroubleGroup {
  trouble: Trouble
  /** The visits or places it stands for, the first one's included. */
  count: number
}

/** Answer the troubles with like doubts of one person told once, in the same order. */
export function grouped(troubles: readonly Trouble[]): TroubleGroup[] {
  const groups = new Map<string, TroubleGroup>()
  troubles.forEach((trouble, i) => {
    const { byName, codes } = trouble.params
    const key = trouble.kind === 'doubtful' ? `${byName}/${codes?.join()}` : String(i)
    const group = groups.get(key)
    if (group) group.count += trouble.places.length
    else groups.set(key, { trouble, count: trouble.places.length })
  })
  return [...groups.values()]
}

const SIGNED: Record<string, State> = { closed: 'normal', returned: 'late', voided: 'na' }

/** Answer by which shape it is shown how the page of a round stands; what is left waits for a signature. */
export function signedMark(signing: string): State {
  return SIGNED[signing] ?? 'unsigned'
}
