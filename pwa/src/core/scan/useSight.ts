/** What the looks at frames tell besides a code: whether it is dark, whether it is all in vain, how soon to look again. */
import { computed, ref, type Ref } from 'vue'

import { hintFor } from '@/core/scan/hint'
import { newDarkWatch } from '@/core/scan/light'
import { restAfter } from '@/core/scan/pace'
import type { Look } from '@/core/scan/types'
import type { CameraState } from '@/core/scan/useStream'

/** So long nobody aims at a label that can be read. */
const VAIN_MS = 8000
/** Of 255 levels: noise alone, in the mean over parts of the picture, is less. */
const MOVED = 1

interface Lamp {
  state: Readonly<Ref<CameraState>>
  hasTorch: Readonly<Ref<boolean>>
  torch: Readonly<Ref<boolean>>
  lightUp(): unknown
}

/** Answer the key of the words that help now; light the torch when it is dark, once: who puts it out has the last word. */
export function useSight({ state, hasTorch, torch, lightUp }: Lamp) {
  const dark = ref(false)
  const vain = ref(false)
  const watch = newDarkWatch()
  let lit = false
  let readAt = 0
  let movedAt = 0

  /** Reading begins (again). */
  function begin(): void {
    readAt = movedAt = performance.now()
    vain.value = false
  }

  /** Take in the look that began at `started`; answer how long to rest before the next, in ms. */
  function rest(look: Look, started: number): number {
    const now = performance.now()
    if (look.reading) readAt = now
    if (look.change > MOVED) movedAt = now
    vain.value = now - readAt > VAIN_MS
    dark.value = watch.isDark(look.brightness)
    if (dark.value && !lit) {
      lit = true
      lightUp()
    }
    return restAfter({ took: now - started, nothing: now - readAt, still: now - movedAt })
  }

  const hint = computed(() =>
    hintFor({
      on: state.value === 'on',
      hasTorch: hasTorch.value,
      torch: torch.value,
      dark: dark.value,
      vain: vain.value,
    }),
  )
  return { hint, begin, rest }
}
