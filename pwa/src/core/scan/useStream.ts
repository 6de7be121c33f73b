/** The stream behind a `<video>`: opened while the page is seen, closed when it is not, so that torch and lens rest. */
import { useDocumentVisibility } from '@vueuse/core'
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

import { NoCamera, openCamera, type Camera, type CameraProblem } from '@/core/scan/camera'

export type CameraState = 'starting' | 'on' | 'off' | CameraProblem

/** Show in `video` the camera whose id `chosen` answers ('' for the one facing away). */
export function useStream(video: Readonly<Ref<HTMLVideoElement | null>>, chosen: () => string) {
  const state = ref<CameraState>('starting')
  const camera = shallowRef<Camera>()
  const visibility = useDocumentVisibility()
  let turn = 0

  async function start(): Promise<void> {
    const mine = ++turn
    stop('starting')
    try {
      const opened = await openCamera(chosen() || undefined)
      if (mine !== turn) return opened.close()
      opened.onLost = () => stop('busy')
      camera.value = opened
      await show(opened)
      if (mine === turn) state.value = 'on'
    } catch (error) {
      if (mine === turn) stop(error instanceof NoCamera ? error.why : 'busy')
    }
  }

  async function show({ stream }: Camera): Promise<void> {
    if (!video.value) return
    video.value.srcObject = stream
    await video.value.play().catch(() => undefined) // the next start came in between
  }

  function stop(next: CameraState): void {
    camera.value?.close()
    camera.value = undefined
    state.value = next
  }

  function rest(): void {
    turn++
    stop('off')
  }

  watch(
    () => visibility.value === 'visible' && video.value !== null,
    (on) => (on ? void start() : rest()),
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(rest)

  return { state, camera, start }
}
