/** Pictures brought to this phone before anybody goes where there is no network: plans, drawings. */
import { watch } from 'vue'

import { elapsedMs } from '@/core/clock'
import { photoUrl, readBytes } from '@/core/photos/photos'
import { aheadTable } from '@/core/photos/table'
import { wantedAhead } from '@/core/rooms'
import { useSession } from '@/core/session/session'
import { useStore } from '@/core/store/use'
import { syncState } from '@/core/sync/state'

/** As large as a screen, a picture has some 300 kB: these stay below 10 MB. */
export const MOST_AHEAD = 30
const EVERY_MS = 5 * 60_000

/** Bring them for the life of this page: after runs of the sync that reached the server, for each person now and then. */
export function followAhead(): void {
  const { me, estate } = useSession()
  let last = { by: '', at: 0 }
  const bring = () => {
    const by = me.value && estate.value ? `${me.value.id}/${estate.value.id}` : ''
    if (by === '' || (by === last.by && elapsedMs() < last.at + EVERY_MS)) return
    last = { by, at: elapsedMs() }
    // Without room, or without a network after all, pages show what they have.
    void bringAhead().catch(() => undefined)
  }
  watch(() => syncState.doneAt, bring, { immediate: true })
}

/**
 * Hold the pictures that rooms want at hand, as far as `MOST_AHEAD` go, and let go of those that none wants any more.
 *
 * One after the other; the first that does not come ends it until the next time: the network is needed for records.
 */
export async function bringAhead(): Promise<void> {
  const wanted = (await wantedAhead()).slice(0, MOST_AHEAD)
  const held = new Set(await ahead().toCollection().primaryKeys())
  await ahead().bulkDelete([...held].filter((sha256) => !wanted.includes(sha256)))
  for (const sha256 of wanted) {
    if (held.has(sha256) || (await readBytes(sha256))) continue
    const url = await photoUrl(sha256)
    const answer = url === '' ? null : await fetch(url).catch(() => null)
    if (!answer?.ok) return
    await ahead().put({ sha256, bytes: await answer.arrayBuffer() })
  }
}

const ahead = () => useStore().rows(aheadTable)
