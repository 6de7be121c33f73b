/** The key that rescue files are sealed for; kept on the phone, for without a network there is no asking for it. */
import { now } from '@/core/clock'
import { thisDevice } from '@/core/device/device'
import { deviceTable } from '@/core/device/table'
import { get } from '@/core/http/client'
import type { SealingKey } from '@/core/sealing'
import { useStore } from '@/core/store/use'

const KEPT_MS = 7 * 24 * 3_600_000

/** Ask for the server's newest key, once a week, and keep it. */
export async function keepRescueKey(): Promise<void> {
  const { rescueKey, rescueKeyAt = '' } = await thisDevice()
  const age = now().getTime() - Date.parse(rescueKeyAt || '1970-01-01')
  if (rescueKey && Math.abs(age) < KEPT_MS) return
  const answer = await get<SealingKey>('/sync/rescue/key')
  if (!answer.ok) return
  const kept = { rescueKey: answer.data, rescueKeyAt: now().toISOString() }
  await useStore().rows(deviceTable).update('this', kept)
}
