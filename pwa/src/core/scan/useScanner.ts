/** Reads labels from the camera behind a `<video>`, frame by frame, or from a photo where there is no camera. */
import { useTimeoutFn, useWakeLock } from '@vueuse/core'
import { onScopeDispose, ref, watch, type Ref } from 'vue'

import { startDecoder } from '@/core/scan/decoder'
import { bitmapOf, grab, nextFrame, pause } from '@/core/scan/frames'
import { newDarkWatch } from '@/core/scan/light'
import { outlineOf } from '@/core/scan/overlay'
import { restAfter } from '@/core/scan/pace'
import { newLooks } from '@/core/scan/repeats'
import type { Reading } from '@/core/scan/types'
import { useCamera } from '@/core/scan/useCamera'

/** The outline of a code stays a moment, so that it can be seen. */
const OUTLINE_MS = 700

/**
 * Call `onText` with every code newly in view, while `reading`.
 *
 * Answers the camera's controls (`useCamera`), the `outline` of the code in view as points of an SVG polygon, what reads
 * a photo, and whether the decoder is missing: a phone that never loaded it shows the picture, but reads nothing.
 */
export function useScanner(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  reading: Readonly<Ref<boolean>>,
  onText: (text: string) => void,
) {
  // Before the camera: both take their time.
  const decoder = startDecoder()
  const noDecoder = ref(false)
  const camera = useCamera(video)
  const awake = useWakeLock()
  const looks = newLooks()
  const dark = newDarkWatch()
  const outline = ref('')
  const fade = useTimeoutFn(() => (outline.value = ''), OUTLINE_MS, { immediate: false })
  let run = 0

  async function look(mine: number): Promise<void> {
    await decoder.ready
    looks.resume(performance.now())
    let seenAt = performance.now()
    while (mine === run && video.value) {
      await nextFrame(video.value)
      const started = performance.now()
      const picture = mine === run && (await grab(video.value, camera.digitalZoom.value))
      const seen = picture ? await decoder.decode(picture) : null
      if (mine !== run) return
      if (seen && dark.isDark(seen.brightness)) camera.lightUp()
      if (seen?.reading) {
        seenAt = performance.now()
        take(seen.reading)
      }
      await pause(restAfter(performance.now() - started, performance.now() - seenAt))
    }
  }

  function take({ text, corners }: Reading): void {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.value ?? {}
    const box = { width: video.value?.clientWidth ?? 0, height: video.value?.clientHeight ?? 0 }
    outline.value = outlineOf(corners, { width, height }, camera.digitalZoom.value, box)
    fade.start()
    if (looks.isNew(text, performance.now())) onText(text)
  }

  /** Answer the text of the code in a photo of a label, or null. */
  async function readPhoto(photo: Blob): Promise<string | null> {
    await decoder.ready
    return (await decoder.decode(await bitmapOf(photo)))?.reading?.text ?? null
  }

  watch([camera.state, reading], () => {
    const mine = ++run
    if (camera.state.value === 'on' && reading.value)
      look(mine).catch(() => (noDecoder.value = true))
  })
  watch(camera.state, (state) => {
    // A phone low on battery forbids it; scanning goes on.
    const asked = state === 'on' ? awake.request('screen') : awake.release()
    asked.catch(() => undefined)
  })
  onScopeDispose(() => {
    run++
    decoder.stop()
    void awake.release()
  })

  return { ...camera, noDecoder, outline, readPhoto }
}
