/** Giving phones up for lost. */
import { computed } from 'vue'

import { whyNotKept, type WhyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { useLive, useStore } from '@/core/store/use'
import type { DeskPhone } from '@/desk/types'

const WRITE_OFF = 'people.write_off'

/** Answer the phones whose write-off waits to be sent. */
export function useWriteOffs() {
  const waiting = useLive(
    () =>
      useStore()
        .rows(outboxTable)
        .filter(({ kind, state }) => kind === WRITE_OFF && state === 'waiting')
        .toArray(),
    [],
  )
  return { pending: computed(() => new Set(waiting.value.map(({ about }) => about))) }
}

/** Keep that a phone is lost. Answers why not when it could not be kept. */
export async function writeOff(phone: DeskPhone, reason: string): Promise<WhyNotKept | null> {
  const body = { deviceId: phone.id, reason }
  try {
    await keep([{ kind: WRITE_OFF, v: 1, about: phone.id, body, title: { name: phone.name } }])
    return null
  } catch (error) {
    return whyNotKept(error)
  }
}
