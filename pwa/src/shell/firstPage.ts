/** What makes the first page stand there sooner: its code comes while the store opens, the network waits for it. */
import type { RouteRecordNormalized, Router } from 'vue-router'

import { someoneWasHere } from '@/shell/lastPage'

/** A slow phone has drawn by then; a hidden page draws nothing at all. */
const LONGEST_MS = 1_500
const HOME = '/today'
const DOOR = '/sign-in'

/** Load the page of this address; where an installed app goes on is not known yet: most begin with the day. */
export async function loadFirstPage(router: Router): Promise<void> {
  const path = likely()
  try {
    await router.resolve(path).meta.bring?.()
    await Promise.all(router.resolve(path).matched.map(({ components }) => loaded(components)))
  } catch {
    // A page that cannot be had now is asked for again, and its failure said, when it is opened.
  }
}

function loaded(components: RouteRecordNormalized['components']): unknown {
  const page = components?.default
  return typeof page === 'function' && (page as () => Promise<unknown>)()
}

function likely(): string {
  const { pathname } = window.location
  if (pathname !== '/') return pathname
  return someoneWasHere() ? HOME : DOOR
}

/** Wait until the first page had its chance to be drawn. */
export async function shown(): Promise<void> {
  await Promise.race([quiet(), new Promise((done) => setTimeout(done, LONGEST_MS))])
}

function quiet(): Promise<unknown> {
  // Safari knows no idle moments: the longest wait holds there.
  return new Promise((done) => window.requestIdleCallback?.(done))
}
