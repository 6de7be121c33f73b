/** Overnight stays: at most so many persons in one unit on any night (REN-R16, acceptance 7). Pure; twin of the server's. */
import { dayAfter, type Day } from '@/ground/calendar/rules'
import type { WorkRequest } from './types'

interface Stay {
  persons: readonly unknown[]
  fromOn: Day
  untilOn: Day
}

/** Longer stays are not looked at night by night. */
const MOST_NIGHTS = 400

/** Answer the first night on which more than `most` would stay, or null. Those refused do not count. */
export function tooManyOn(
  asked: Stay,
  requests: readonly Pick<WorkRequest, 'kind' | 'state' | 'said'>[],
  most: number,
): Day | null {
  const others = requests
    .filter(({ kind, state }) => kind === 'overnight' && state !== 'refused')
    .map(({ said }) => said as unknown as Stay)
  const stays = [asked, ...others]
  for (let n = 0, night = asked.fromOn; night <= asked.untilOn && n < MOST_NIGHTS; n += 1) {
    const there = stays.filter(({ fromOn, untilOn }) => fromOn <= night && night <= untilOn)
    if (there.reduce((sum, { persons }) => sum + persons.length, 0) > most) return night
    night = dayAfter(night, 1)
  }
  return null
}
