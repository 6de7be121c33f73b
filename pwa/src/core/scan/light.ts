/** Whether it is too dark to read labels: measured in the picture, held against flicker. Pure. */
import type { Pixels } from '@/core/scan/types'

/** Mean brightness below which labels begin to be lost (of the benchmark's dark frames one in five; above, hardly one). */
const DARK = 55
/** So many pictures in a row that say otherwise: walking past a shadow lights nothing. */
const TIMES = 4
/** Every so many pixels say enough. */
const STEP = 97

/** Answer the mean brightness of `picture`, 0 to 255. */
export function brightnessOf({ data }: Pixels): number {
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < data.length; at += 4 * STEP) {
    sum += 77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)
    count++
  }
  return count === 0 ? 0 : sum / count / 256
}

export interface DarkWatch {
  /** Take the brightness of one more picture; say whether it is dark. */
  isDark(brightness: number): boolean
}

/** Answer a watch that begins in the light. */
export function newDarkWatch(): DarkWatch {
  let dark = false
  let against = 0
  return {
    isDark(brightness) {
      against = brightness < DARK === dark ? 0 : against + 1
      if (against < TIMES) return dark
      against = 0
      dark = !dark
      return dark
    },
  }
}
