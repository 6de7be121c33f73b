/** Whether there is room for one more sheet with its photos: asked before it is opened, not once it is filled in. */
import { elapsedMs } from '@/core/clock'
import { whyNotKept } from '@/core/outbox/notKept'
import { readSpace } from '@/core/store/health'
import type { TableSpec } from '@/core/store/spec'
import { useStore } from '@/core/store/use'

/** Of a sheet with as many photos as anybody takes, with some to spare. */
export const ROOM_BYTES = 20_000_000
/** What is written to see whether it can be: 5 MB, some twenty photos. */
const TRIAL_BLOCKS = 80
const BLOCK_BYTES = 65_536
/** As long as this what was found holds; page milliseconds. */
const HOLDS_MS = 5 * 60_000

export const trialTable: TableSpec<{ id: string; bytes: ArrayBuffer }> = {
  name: 'trial',
  indexes: { 3: 'id' },
}

/** ok; full: `leftBytes` are too few, null when nobody knows how few; broken: nothing can be kept for another reason. */
export interface Room {
  is: 'ok' | 'full' | 'broken'
  leftBytes: number | null
}

let found: Room | null = null
let foundAt = 0

/** Say whether the phone was full when somebody last looked: then what is kept only for safety gives way. */
export const isFull = (): boolean => found?.is === 'full'

/**
 * Answer whether a sheet can be kept.
 *
 * What the browser promises is not believed: Chrome names 10 GB more than are used, whatever the disk has. So something
 * is written and deleted, once in a while.
 */
export async function findRoom(): Promise<Room> {
  if (found?.is === 'ok' && elapsedMs() - foundAt < HOLDS_MS) return found
  found = await look()
  foundAt = elapsedMs()
  return found
}

async function look(): Promise<Room> {
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

/** Bytes as hard to compress as photos are: Chrome would keep five million zeros in next to nothing. */
function noise(): ArrayBuffer {
  const block = crypto.getRandomValues(new Uint8Array(BLOCK_BYTES))
  const bytes = new Uint8Array(TRIAL_BLOCKS * BLOCK_BYTES)
  for (let i = 0; i < TRIAL_BLOCKS; i++) bytes.set(block, i * BLOCK_BYTES)
  return bytes.buffer
}

async function tryToWrite(): Promise<void> {
  const rows = useStore().rows(trialTable)
  await rows.put({ id: 'trial', bytes: noise() })
  await rows.delete('trial')
}
