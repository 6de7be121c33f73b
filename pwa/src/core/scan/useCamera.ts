/** The camera and its controls, as they were left the last time on this phone. */
import { useLocalStorage } from '@vueuse/core'
import { computed, ref, watch, type Ref } from 'vue'

import { useLens } from '@/core/scan/lens/useLens'
import type { Point } from '@/core/scan/types'
import { useStream } from '@/core/scan/useStream'

export type { CameraState } from '@/core/scan/useStream'

export const ZOOMS = [1, 2, 3] as const
export type Zoom = (typeof ZOOMS)[number]

/** Then the camera looks for focus by itself again. */
const FOCUSED_MS = 4000

/**
 * Show the camera in `video` while the page is visible.
 *
 * `digitalZoom` is what the lens cannot do itself: cut frames and stretch the video by it.
 */
export function useCamera(video: Readonly<Ref<HTMLVideoElement | null>>) {
  const keptOn = useLocalStorage('rounds.torch', false)
  const lit = ref(false)
  // Who switches it has the last word; what lit by itself is not remembered for the next time.
  const torch = computed({
    get: () => keptOn.value || lit.value,
    set(on) {
      lit.value = false
      keptOn.value = on
    },
  })
  const zoom = ref<Zoom>(1)
  const lens = useLens()
  const { state, trouble, camera, start } = useStream(video, lens.wanted)
  const digitalZoom = computed(() => ((camera.value?.maxZoom ?? 1) >= zoom.value ? 1 : zoom.value))
  let focused: ReturnType<typeof setTimeout> | undefined

  function switchCamera(): void {
    lens.chooseNext(camera.value?.id)
    void start()
  }

  /** It is dark: light the torch for this time, and say whether there is one. */
  function lightUp(): boolean {
    lit.value = camera.value?.hasTorch ?? false
    return lit.value
  }

  /** Focus on a point of the frame (each coordinate 0 to 1) for a moment. */
  function focusOn(point: Point): void {
    clearTimeout(focused)
    void camera.value?.focusOn(point)
    focused = setTimeout(apply, FOCUSED_MS)
  }

  function apply(): void {
    clearTimeout(focused)
    const own = digitalZoom.value === 1 ? zoom.value : 1
    void camera.value?.set({ torch: torch.value, zoom: own })
  }

  watch([camera, torch, zoom], apply)

  return {
    state,
    trouble,
    torch,
    zoom,
    digitalZoom,
    hasTorch: computed(() => camera.value?.hasTorch ?? false),
    canFocus: computed(() => camera.value?.canFocus ?? false),
    canSwitch: lens.canSwitch,
    switchCamera,
    lightUp,
    focusOn,
    retry: start,
  }
}
