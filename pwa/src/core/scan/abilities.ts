/** What a camera can, and what it is asked for. TypeScript does not list what the Image Capture specification adds. Pure. */
import type { Point } from '@/core/scan/types'

export type Abilities = MediaTrackCapabilities & {
  torch?: boolean
  zoom?: { min: number; max: number }
  focusMode?: string[]
}

export interface Wishes {
  torch: boolean
  /** How many times nearer than the lens alone. */
  zoom: number
}

/** Answer how many times nearer the lens itself brings things; 1 when it does not zoom. */
export function zoomsTo({ zoom }: Abilities): number {
  return zoom ? zoom.max / unitOf(zoom) : 1
}

/** Answer the one set of constraints that grants as much of `wished` as the camera can; with `point` it focuses there. */
export function advancedOf(
  can: Abilities,
  { torch, zoom }: Wishes,
  point?: Point,
): MediaTrackConstraintSet {
  const wishes = {
    ...(point ? { pointsOfInterest: [point], focusMode: 'single-shot' } : focusing(can)),
    ...(can.torch ? { torch } : {}),
    ...(can.zoom ? { zoom: Math.min(can.zoom.max, zoom * unitOf(can.zoom)) } : {}),
  }
  return wishes as MediaTrackConstraintSet
}

function focusing({ focusMode }: Abilities): { focusMode?: string } {
  return focusMode?.includes('continuous') ? { focusMode: 'continuous' } : {}
}

/** Most count in times, and from below 1 where they have a wider lens too; some count in per cent. */
function unitOf({ min }: { min: number }): number {
  return Math.max(1, min)
}
