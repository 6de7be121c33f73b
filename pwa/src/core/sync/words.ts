/** The sync in two lines: how many, and what happens next. Never says sent before it is. */
import { computed, type ComputedRef } from 'vue'

import { useCounted } from '@/core/outbox/use'
import { useSession } from '@/core/session/session'
import { syncState } from '@/core/sync/state'
import { t } from '@/core/text'
import { clockTime } from '@/core/text/when'

export interface SyncWords {
  tone: 'done' | 'sending' | 'waiting' | 'offline' | 'expired'
  line: string
  note: string
}

/** Until the outbox is read nothing is said of it. */
const UNREAD: SyncWords = { tone: 'done', line: '', note: '' }

/** Answer the words for the state the sync is in; they follow it. */
export function useSyncWords(): ComputedRef<SyncWords> {
  const waiting = useCounted()
  const { expired } = useSession()
  return computed(() => {
    const n = waiting.value
    if (n === null) return UNREAD
    if (!syncState.online || syncState.failed === 'offline') return offlineWords(n)
    if (expired.value) return words('expired', n, n > 0 ? t('core.sync.expiredNote', { n }) : '')
    if (n === 0) return words('done', n, doneNote())
    return words(syncState.running ? 'sending' : 'waiting', n)
  })
}

function words(tone: SyncWords['tone'], n: number, note = t(`core.sync.${tone}Note`)): SyncWords {
  return { tone, line: t(`core.sync.${tone}`, { n }), note }
}

function offlineWords(n: number): SyncWords {
  return n > 0
    ? words('offline', n)
    : { tone: 'offline', line: t('core.sync.offlineNone'), note: t('core.sync.offlineNoneNote') }
}

function doneNote(): string {
  return syncState.doneAt ? t('core.sync.doneNote', { time: clockTime(syncState.doneAt) }) : ''
}
