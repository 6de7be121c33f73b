/** Pages that come when the first of their room is opened; until then one address stands for all of them. */
import type { Router } from 'vue-router'

import type { LaterPages, Room } from '@/core/domain'

/** Let the pages that rooms bring later be found. */
export function addLaterPages(router: Router, rooms: readonly Room[]): void {
  for (const { later } of rooms) if (later) standFor(router, later)
}

function standFor(router: Router, { under, load }: LaterPages): void {
  let running: Promise<void> | undefined
  const bring = () => {
    running ??= swap().catch((error: unknown) => {
      // What could not be had is asked for again the next time.
      running = undefined
      throw error
    })
    return running
  }
  const swap = async () => {
    const { routes } = await load()
    under.forEach((path) => router.removeRoute(path))
    routes.forEach((route) => router.addRoute(route))
  }
  for (const path of under) {
    router.addRoute({
      ...{ name: path, path: `${path}/:rest(.*)*`, components: {}, meta: { bring } },
      beforeEnter: async ({ fullPath }) => {
        await bring()
        return fullPath
      },
    })
  }
}
