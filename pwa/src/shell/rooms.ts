/** The list of rooms, one line each. A new kind of inspection is a folder and a line here. */
import type { Room } from '@/core/domain'

export const rooms: readonly Room[] = []
