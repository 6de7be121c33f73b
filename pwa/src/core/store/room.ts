/** Whether there is room for one more sheet with its photos: asked before it is opened, not once it is filled in. */
import { whyNotKept } from '@/core/outbox/notKept'
import { readSpace } from '@/core/store/health'
import type { TableSpec } from '@/core/store/spec'
import { useStore } from '@/core/store/use'

/** Of a sheet with as many photos as anybody takes, with some to spare. */
export const ROOM_BYTES = 20_000_000
/** What is written to see whether anything can be: about one photo. */
const TRIAL_BYTES = 300_000

export const trialTable: TableSpec<{ id: string; bytes: ArrayBuffer }> = {
  name: 'trial',
  indexes: { 3: 'id' },
}

/** ok; full: `leftBytes` are too few, null when nobody knows how few; broken: nothing can be kept for another reason. */
export interface Room {
  is: 'ok' | 'full' | 'broken'
  leftBytes: number | null
}

/** Answer whether a sheet can be kept. What the browser promises is not believed: something is written and deleted. */
export async function findRoom(): Promise<Room> {
  const { usedBytes, grantedBytes } = await readSpace()
  const leftBytes = grantedBytes > 0 ? Math.max(0, grantedBytes - usedBytes) : null
  if (leftBytes !== null && leftBytes < ROOM_BYTES) return { is: 'full', leftBytes }
  try {
    await tryToWrite()
    return { is: 'ok', leftBytes }
  } catch (error) {
    // The browser knows of its own limit only; the disk is full before.
    return { is: whyNotKept(error) === 'full' ? 'full' : 'broken', leftBytes: null }
  }
}

async function tryToWrite(): Promise<void> {
  const rows = useStore().rows(trialTable)
  await rows.put({ id: 'trial', bytes: new ArrayBuffer(TRIAL_BYTES) })
  await rows.delete('trial')
}
