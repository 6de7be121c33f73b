/** The camera and its controls, as they were left the last time on this phone. */
import { useLocalStorage } from '@vueuse/core'
import { computed, ref, watch, type Ref } from 'vue'

import { cameraIds } from '@/core/scan/camera'
import { useStream } from '@/core/scan/useStream'

export type { CameraState } from '@/core/scan/useStream'

export const ZOOMS = [1, 2, 3] as const
export type Zoom = (typeof ZOOMS)[number]

/**
 * Show the camera in `video` while the page is visible.
 *
 * `digitalZoom` is what the lens cannot do itself: cut frames and stretch the video by it.
 */
export function useCamera(video: Readonly<Ref<HTMLVideoElement | null>>) {
  const chosen = useLocalStorage('rounds.camera', '')
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
  const ids = ref<string[]>([])
  const { state, camera, start } = useStream(video, () => chosen.value)
  const digitalZoom = computed(() => ((camera.value?.maxZoom ?? 1) >= zoom.value ? 1 : zoom.value))

  /** Some phones take the wrong one of several lenses: the next one, and it stays the chosen one. */
  function switchCamera(): void {
    const now = ids.value.indexOf(camera.value?.id ?? '')
    chosen.value = ids.value[(now + 1) % ids.value.length] ?? ''
    void start()
  }

  /** It is dark: light the torch for this time. */
  function lightUp(): void {
    lit.value = camera.value?.hasTorch ?? false
  }

  watch(state, async (now) => {
    // Labels and ids of cameras are told only once one is open.
    if (now === 'on') ids.value = await cameraIds()
  })
  watch([camera, torch, zoom], () =>
    camera.value?.set({ torch: torch.value, zoom: digitalZoom.value === 1 ? zoom.value : 1 }),
  )

  return {
    state,
    torch,
    zoom,
    digitalZoom,
    hasTorch: computed(() => camera.value?.hasTorch ?? false),
    canSwitch: computed(() => ids.value.length > 1),
    switchCamera,
    lightUp,
    retry: start,
  }
}
