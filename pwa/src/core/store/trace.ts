/**
 * A trace of this phone's store outside of it, in localStorage.
 *
 * Browsers throw away a site's store when the disk is full, after seven idle days (iOS), or when somebody clears the
 * history. An empty store looks like a new phone then; the trace tells that it is not, and what was in it.
 */
import { liveQuery, type Subscription } from 'dexie'
import { shallowRef } from 'vue'

import { now } from '@/core/clock'
import { thisDevice } from '@/core/device/device'
import { countWaiting } from '@/core/outbox/queue'

const PLACE = 'rounds.store'

/** What the store held: whose it was (the device's id), how many items waited, when that was known (ISO 8601). */
export interface Trace {
  device: string
  waiting: number
  at: string
}

/** What was lost when the browser emptied the store; null when it has not. The shell says it on every page. */
export const emptied = shallowRef<Trace | null>(null)

let following: Subscription | undefined

/** Look whether the store was emptied since the app was open last; from then on leave traces. */
export async function followTrace(): Promise<void> {
  following?.unsubscribe()
  const { deviceId } = await thisDevice()
  const before = read()
  if (before && before.device !== deviceId) emptied.value = before
  else leaveTraces(deviceId)
}

/** The person knows; a new trace takes the place of the old. */
export async function takeNoteOfLoss(): Promise<void> {
  emptied.value = null
  localStorage.removeItem(PLACE)
  leaveTraces((await thisDevice()).deviceId)
}

function leaveTraces(device: string): void {
  const next = (waiting: number) => write({ device, waiting, at: now().toISOString() })
  following = liveQuery(countWaiting).subscribe({ next, error: () => undefined })
}

function write(trace: Trace): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(trace))
  } catch {
    // Private mode may forbid it, and then the notice about that stands there already.
  }
}

function read(): Trace | null {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') as Trace | null
  } catch {
    return null
  }
}
