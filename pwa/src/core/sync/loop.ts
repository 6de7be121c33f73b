/** When the phone syncs: at start, online, visible, every 30 s, and when something was kept; one run at a time. */
import { liveQuery } from 'dexie'

import { elapsedMs, now } from '@/core/clock'
import { heard, leftAlone } from '@/core/http/client'
import { countWaiting } from '@/core/outbox/queue'
import { syncOnce } from '@/core/sync/round'
import { syncState } from '@/core/sync/state'
import { waitAfter } from '@/core/sync/waits'

const EVERY_MS = 30_000
/** A network on which nobody answers for so long counts as none: the words must not promise what does not move. */
const SILENT_MS = 6_000
const LOOK_MS = 1_000
const LOCK = 'rounds-sync'

let failures = 0
/** Page milliseconds, which nobody can set: a clock put back must not stop the sync. */
let notBefore = 0
let again = false

/** Start syncing for the life of this page. */
export function startSync(): void {
  window.addEventListener('online', () => wakeAtOnce(true))
  window.addEventListener('offline', () => (syncState.online = false))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wakeAtOnce(navigator.onLine)
  })
  setInterval(() => document.visibilityState === 'visible' && void wake(), EVERY_MS)
  // Also sees what another tab has kept.
  liveQuery(countWaiting).subscribe({ next: (n) => n > 0 && void wake(), error: () => undefined })
  void wake()
}

/** Sync now, whatever the waits: somebody asked, or the network is back. */
export async function syncNow(): Promise<void> {
  failures = 0
  notBefore = 0
  await wake()
}

function wakeAtOnce(online: boolean): void {
  syncState.online = online
  void syncNow()
}

/** Run unless a wait is still on; while a run goes on, remember to run once more after it. */
async function wake(): Promise<void> {
  if (syncState.running) {
    again = true
    return
  }
  if (elapsedMs() < notBefore) return
  syncState.running = true
  try {
    do {
      again = false
      await alone(run)
    } while (again && elapsedMs() >= notBefore)
  } finally {
    syncState.running = false
  }
}

/** Of all tabs only one runs at a time; a tab that finds another at it leaves it the work. */
async function alone(work: () => Promise<void>): Promise<void> {
  // Safari before 15.4 has no locks; the server answers the same item twice alike, so it is only work done twice.
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return work()
  await locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
  })
}

async function run(): Promise<void> {
  const ended = await listening(() => syncOnce().catch(() => 'server' as const))
  const reached = ended !== 'offline' && ended !== 'server'
  syncState.failed = ended === 'done' || ended === 'unauthorized' ? '' : ended
  const cut = ended === 'offline' && syncState.moved
  failures = reached || cut ? 0 : failures + 1
  notBefore = reached ? 0 : elapsedMs() + waitAfter(failures, Math.random(), leftAlone.askedMs)
  if (!reached) setTimeout(() => void wake(), notBefore - elapsedMs() + 1)
  else {
    syncState.online = true
    if (ended === 'done') syncState.doneAt = now().toISOString()
  }
}

/** Answer what `work` answers; while it waits on a silent line, say that there is no network. */
async function listening<T>(work: () => Promise<T>): Promise<T> {
  let silent = false
  heard.atMs = elapsedMs()
  const looking = setInterval(() => {
    const was = silent
    silent = elapsedMs() - heard.atMs > SILENT_MS
    if (silent) syncState.failed = 'offline'
    else if (was) syncState.failed = ''
  }, LOOK_MS)
  return work().finally(() => clearInterval(looking))
}
