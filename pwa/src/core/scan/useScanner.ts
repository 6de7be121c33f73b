/** Reads labels from the camera behind a `<video>`, frame by frame. */
import { useWakeLock } from '@vueuse/core'
import { onScopeDispose, ref, watch, type Ref } from 'vue'

import { startDecoder } from '@/core/scan/decoder'
import { grab, nextFrame } from '@/core/scan/frames'
import { newLooks } from '@/core/scan/repeats'
import { useCamera } from '@/core/scan/useCamera'

/**
 * Call `onText` with every code newly in view, while `reading`.
 *
 * Answers the camera's controls (`useCamera`) and whether the decoder is missing: a phone that never
 * loaded it shows the picture, but reads nothing.
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
  let run = 0

  async function look(mine: number): Promise<void> {
    await decoder.ready
    looks.resume(performance.now())
    while (mine === run && video.value) {
      await nextFrame(video.value)
      const picture = mine === run && (await grab(video.value, camera.digitalZoom.value))
      const reading = picture && (await decoder.decode(picture))
      if (reading && mine === run && looks.isNew(reading.text, performance.now()))
        onText(reading.text)
    }
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

  return { ...camera, noDecoder }
}
