/** The outline of the code in view, over the video that shows it. */
import { useTimeoutFn } from '@vueuse/core'
import { ref, type Ref } from 'vue'

import { outlineOf } from '@/core/scan/overlay'
import type { Reading } from '@/core/scan/types'

/** It stays a moment, so that it can be seen. */
const OUTLINE_MS = 700

/** Answer the outline as points of an SVG polygon in pixels of the video's box, '' for none, and what shows one. */
export function useOutline(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  digitalZoom: Readonly<Ref<number>>,
) {
  const outline = ref('')
  const fade = useTimeoutFn(() => (outline.value = ''), OUTLINE_MS, { immediate: false })

  function show(corners: Reading['corners']): void {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.value ?? {}
    const box = { width: video.value?.clientWidth ?? 0, height: video.value?.clientHeight ?? 0 }
    outline.value = outlineOf(corners, { width, height }, digitalZoom.value, box)
    fade.start()
  }

  return { outline, show }
}
