/** A building drawn as it stands: what is drawn, and how. Any room's rows fit that say where a unit is. */
import type { State, Tone } from '@/core/ui/states'
import type { HouseTone } from '@/ground/places/statuses'

/** Where a unit is. */
export interface Cell {
  id: string
  stairwellId: string
  stairwell: string
  floor: number
  number: string
}

/** How units of one state look: never a colour alone, so each has words and a shape besides. */
export interface Look {
  /** What the caller calls the state. */
  key: string
  words: string
  /** Colour of border and tint; `quiet` is grey and without border: nothing to do there. */
  tone: Tone | HouseTone | 'quiet'
  /** The shape: that of a state of the house, */
  state?: State
  /** or that of a unit's status. */
  status?: string
}
