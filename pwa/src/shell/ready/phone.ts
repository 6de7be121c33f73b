/** What the phone itself says: its store, its room, whether the app opens without a network. */
import { useSession } from '@/core/session/session'
import { readSpace } from '@/core/store/health'
import { useStore } from '@/core/store/use'
import { feedTable } from '@/core/sync/table'
import { templateTable } from '@/ground/checklists/table'
import { estateTable } from '@/ground/estates/table'
import { labelTable } from '@/ground/labels/table'
import { placeTable, routeTable } from '@/ground/places/table'
import { routesWalked } from '@/ground/places/walked'
import { spaceCheck, type Check, type Held } from '@/shell/ready/rules'

/** Without these the app does not open, or opens and reads nothing. */
const SHELL = [/\/index\.html/, /zxing_reader.*\.wasm/]

/** Answer what this phone holds of the estate on the screen. */
export async function readHeld(): Promise<Held> {
  const { estate, me } = useSession()
  const id = estate.value?.id ?? ''
  const held = await readTables(id)
  return { ...held, walked: await routesWalked(id, me.value?.id ?? '') }
}

async function readTables(id: string): Promise<Omit<Held, 'walked'>> {
  const tables = [feedTable, estateTable, placeTable, routeTable, labelTable, templateTable]
  return useStore().snapshot(tables, async () => {
    const { rows } = useStore()
    const of = { estate: id }
    const [feed, estate, places, routes, labels, templates] = await Promise.all([
      rows(feedTable).get(id),
      rows(estateTable).get(id),
      rows(placeTable).where(of).toArray(),
      rows(routeTable).where(of).toArray(),
      rows(labelTable).where(of).toArray(),
      rows(templateTable).toArray(),
    ])
    const checklists = new Set(templates.map(({ type }) => type))
    const told = {
      settings: estate !== undefined,
      asksPosition: estate?.settings.ask_position === true,
    }
    return { readAt: feed?.readAt ?? '', ...told, places, routes, labels, checklists }
  })
}

/** Answer whether there is room for a day. */
export async function readRoom(): Promise<Check> {
  const { usedBytes, grantedBytes, persistent } = await readSpace()
  return spaceCheck(grantedBytes - usedBytes, grantedBytes, persistent)
}

/** Answer whether the app opens again without a network: its own worker serves this page, and holds all of it. */
export async function readOffline(): Promise<Check> {
  const isServed = Boolean(navigator.serviceWorker?.controller)
  const held = isServed ? await cached() : []
  const isWhole = SHELL.every((part) => held.some((url) => part.test(url)))
  return { name: 'offline', outcome: isWhole ? 'ok' : 'bad', found: isWhole ? 'here' : 'none' }
}

async function cached(): Promise<string[]> {
  const names = await caches.keys()
  const held = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
  return held.flat().map(({ url }) => url)
}
