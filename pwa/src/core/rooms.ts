/** The rooms of this app, known to core only by what they hand over. */
import type { PulledKind, Room } from '@/core/domain'
import type { OutboxItem } from '@/core/outbox/types'

let known: readonly Room[] = []

/** Say which rooms there are; the shell does it once, a test for itself. */
export function provideRooms(rooms: readonly Room[]): void {
  known = rooms
}

/** Answer the kinds that this phone keeps copies of. */
export function pulledKinds(): PulledKind[] {
  return known.flatMap((room) => room.pulled ?? [])
}

/** Answer how the item's room names it, or undefined when no room does. */
export function titleOf(item: OutboxItem): string | undefined {
  const namers = known.map((room) => room.itemTitles?.[item.kind])
  return namers.find((namer) => namer !== undefined)?.(item)
}
