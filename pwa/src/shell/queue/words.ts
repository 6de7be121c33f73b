/** 待上传 in plain words. */
import { syncState } from '@/core/sync/state'
import { t } from '@/core/text'
import { refusal } from '@/core/text/refusal'
import { clockTime } from '@/core/text/when'
import type { Line } from '@/shell/queue/sections'

/** Answer how the network is and what that means for the `left` things here. */
export function networkWords(left: number): string {
  if (!syncState.online) return t('shell.queue.network.none')
  if (syncState.failed === 'offline') return t('shell.queue.network.unreached')
  if (syncState.failed === 'server') return t('shell.queue.network.server')
  if (syncState.running && left > 0)
    return t(syncState.slow ? 'shell.queue.network.slow' : 'shell.queue.network.going')
  if (left > 0) return t('shell.queue.network.soon')
  if (!syncState.doneAt) return t('shell.queue.network.asking')
  return t('shell.queue.network.done', { time: clockTime(syncState.doneAt) })
}

/** What was sent had not the right shape: nobody in the field can mend that, so it must not sound like their fault. */
const UNREADABLE = 'core.bad_shape'

/** Answer why an item was not accepted, and that nothing needs to be done again. */
export function refusedWords({ item }: Line): string {
  const { code = 'core.failed', params } = item.answer ?? {}
  const why = code === UNREADABLE ? t('shell.queue.unreadable') : refusal(code, params)
  return t('shell.queue.refused', { why })
}

/** Answer how a waiting item stands; one that the server has seen and not decided says why it still waits. */
export function waitingWords({ item, photos }: Line): string {
  const why = syncState.undecided.get(item.id)
  if (why !== undefined) return why ? refusal(why) : t('shell.queue.undecided')
  return photos > 0 ? t('shell.queue.waitingPhotos', { n: photos }) : t('shell.queue.waitingPlain')
}

export function sendingWords({ photos, unsent }: Line): string {
  return photos > 0
    ? t('shell.queue.sendingPhotos', { done: photos - unsent, all: photos })
    : t('shell.queue.sendingPlain')
}

/** Answer the number of an entered record and how many photos it still misses. */
export function awaitedWords({ item, unsent }: Line): string {
  const serial = item.answer?.serial
  const missing = t('shell.queue.missingPhotos', { n: unsent })
  return serial ? t('shell.queue.entered', { serial, missing }) : missing
}
