/** This phone as the server knows it: its id, its counter of items, the last contact. */
import { learnOffset, now } from '@/core/clock'
import { deviceTable, type Device } from '@/core/device/table'
import { newId } from '@/core/ids'
import { useStore } from '@/core/store/use'

/** Answer this phone's row, made at the first asking. */
export async function thisDevice(): Promise<Device> {
  return useStore().transaction([deviceTable], async () => {
    const kept = await devices().get('this')
    if (kept) return kept
    const fresh: Device = {
      id: 'this',
      deviceId: newId(),
      name: '',
      lastSeq: 0,
      offsetMs: 0,
      contactAt: '',
      epoch: '',
    }
    await devices().add(fresh)
    return fresh
  })
}

/** Take up what is known of this phone from before: how far its clock is off. */
export async function openDevice(): Promise<void> {
  learnOffset((await thisDevice()).offsetMs)
}

/** Give the phone the name that supervisors see. */
export async function nameDevice(name: string): Promise<void> {
  await thisDevice()
  await devices().update('this', { name })
}

/**
 * Take the next `count` numbers and answer the device with the last of them.
 *
 * Call it inside the transaction that keeps the items, with `deviceTable` among its tables: then no number is lost.
 */
export async function takeNumbers(count: number): Promise<Device> {
  const device = await thisDevice()
  const lastSeq = device.lastSeq + count
  await devices().update('this', { lastSeq })
  return { ...device, lastSeq }
}

/**
 * Remember that the server answered.
 *
 * serverTime  the server's moment, ISO 8601
 * askedAt     the phone's moment of asking; the server's is taken to lie half way to now
 */
export async function rememberContact(serverTime: string, askedAt: Date): Promise<void> {
  const half = (askedAt.getTime() + now().getTime()) / 2
  const offsetMs = Math.round(Date.parse(serverTime) - half)
  learnOffset(offsetMs)
  await thisDevice()
  await devices().update('this', { offsetMs, contactAt: now().toISOString() })
}

function devices() {
  return useStore().rows(deviceTable)
}
