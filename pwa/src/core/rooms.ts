/** The rooms of this app, known to core only by what they hand over. */
import type { Entrance, PulledKind, Room } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'
import { t } from '@/core/text'
import type { TodoSource } from '@/core/todo'

let known: readonly Room[] = []

/** Say which rooms there are; the shell does it once, a test for itself. */
export function provideRooms(rooms: readonly Room[]): void {
  known = rooms
}

/** Answer the kinds that this phone keeps copies of. */
export function pulledKinds(): PulledKind[] {
  return known.flatMap((room) => room.pulled ?? [])
}

/** Answer the ways into rooms that a person of this role has. */
export function entrancesFor(role: string | undefined): Entrance[] {
  const all = known.flatMap((room) => room.entrances ?? [])
  return all.filter(({ roles }) => !roles || roles.includes(role ?? ''))
}

/** Answer how to load what each room says waits for the person signed in. */
export function todoSources(): (() => Promise<TodoSource>)[] {
  return known.flatMap(({ todo }) => todo ?? [])
}

/** Answer the pictures that rooms want at hand where there is no network, without repeats. */
export async function wantedAhead(): Promise<string[]> {
  const wanted = await Promise.all(known.map((room) => room.ahead?.() ?? []))
  return [...new Set(wanted.flat())]
}

/** Answer the ways into the rooms to which labels of this kind belong, as far as a person of this role has them. */
export function scannedIn(kind: string, role: string | undefined): Entrance[] {
  return entrancesFor(role).filter(({ scans }) => scans?.kinds.includes(kind))
}

/** Answer under which words the room tells the codes among the parameters of its refusals. */
export function termsOf(name: string): NonNullable<Room['terms']> {
  return known.find((room) => room.name === name)?.terms ?? {}
}

/** Answer how the item's room names it, or undefined when no room does. */
export function titleOf({ kind, title }: OutboxItem): string | undefined {
  const key = `titles.${kind}`
  const words = t(key, title)
  return words === key ? undefined : words
}
