/** Reads labels from the camera behind a `<video>`, frame by frame, or from a photo where there is no camera. */
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue'

import { startDecoder } from '@/core/scan/decoder'
import { bitmapOf, grab, nextFrame, pause } from '@/core/scan/frames'
import { newLooks } from '@/core/scan/repeats'
import type { Pixels, Reading } from '@/core/scan/types'
import { useAwake } from '@/core/scan/useAwake'
import { useCamera } from '@/core/scan/useCamera'
import { useOutline } from '@/core/scan/useOutline'
import { useSight } from '@/core/scan/useSight'

/**
 * Call `onText` with every code newly in view, while `reading`.
 *
 * Answers the camera's controls (`useCamera`), the key of the words that help (`hint`), the `outline` of the code in view
 * as points of an SVG polygon, what reads a photo, and as a `trouble` too that the decoder is missing: a phone that never
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
  useAwake(() => camera.state.value === 'on')
  const looks = newLooks()
  const sight = useSight(camera)
  const { outline, show } = useOutline(video, camera.digitalZoom)
  let run = 0

  async function look(mine: number): Promise<void> {
    await decoder.ready
    looks.resume(performance.now())
    sight.begin()
    let ahead: ReturnType<typeof nextPicture> | null = null
    let rest = 0
    while (mine === run) {
      const picture = await (ahead ?? nextPicture())
      const started = performance.now()
      // While one is looked at, the next one comes.
      ahead = rest === 0 ? nextPicture() : null
      const seen = picture ? await decoder.decode(picture) : null
      if (mine !== run) return
      if (seen?.reading) take(seen.reading)
      rest = seen ? sight.rest(seen, started) : 0
      if (rest > 0) await pause(rest)
    }
  }

  async function nextPicture(): Promise<ImageBitmap | Pixels | null> {
    if (!video.value) return null
    await nextFrame(video.value)
    return video.value && grab(video.value, camera.digitalZoom.value)
  }

  function take({ text, corners }: Reading): void {
    show(corners)
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
  onScopeDispose(() => {
    run++
    decoder.stop()
  })

  const trouble = computed(() => (noDecoder.value ? 'decoder' : camera.trouble.value))
  return { ...camera, trouble, hint: sight.hint, outline, readPhoto }
}
