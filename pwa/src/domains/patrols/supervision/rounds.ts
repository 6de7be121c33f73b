/** The rounds that a supervisor makes of a day, as this phone holds them. */
import { corrected } from '@/core/clock'
import { dayOf } from '@/ground/calendar/rules'
import { asking, readGround, type Ground } from '@/domains/patrols/repo'
import { readPageOn } from '@/domains/patrols/signing/read'
import type { Page } from '@/domains/patrols/signing/types'
import { supervisionIdOf, type OnRound } from '@/domains/patrols/supervision/look'

const MOST_ROUNDS = 12

/** The rounds of a day that may be made: one more than are asked for, as somebody may walk another. */
interface Day {
  ground: Ground
  rounds: readonly [OnRound, ...OnRound[]]
  asked: number
}

export interface Rounds {
  ground: Ground
  /** Those of today that were begun, in their order. */
  pages: Page[]
  /** The one that a look is written on now. */
  round: OnRound
  /** How many of them are ended, and how many the estate asks for. */
  ended: number
  asked: number
}

/** Answer the day of the person signed in, or null before the first pull. */
export async function readDay(): Promise<Day | null> {
  const who = asking()
  const ground = who && (await readGround(who.estate, who.by))
  if (!who || !ground) return null
  const day = dayOf(corrected(), ground.estate.timezone)
  const asked = Math.min(ground.estate.settings.supervisor_rounds_per_day ?? 1, MOST_ROUNDS - 1)
  const on = (number: number): OnRound => ({
    recordId: supervisionIdOf(who.estate, who.by, day, number),
    ...{ day, number },
  })
  return { ground, asked, rounds: [on(1), ...Array.from({ length: asked }, (_, i) => on(i + 2))] }
}

/** Answer how far the rounds of a day have come. */
export async function readRounds({ ground, rounds, asked }: Day): Promise<Rounds> {
  const read = await Promise.all(rounds.map(({ recordId }) => readPageOn(ground, recordId)))
  const ended = read.filter((page) => page?.acts.some(({ act }) => act === 'finish')).length
  const round = rounds[Math.min(ended, asked)] ?? rounds[0]
  return { ground, pages: read.filter((page) => page !== null), round, ended, asked }
}
