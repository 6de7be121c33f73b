/** The stream behind a `<video>`: opened while the page is seen, closed when it is not, so that torch and lens rest. */
import { useDocumentVisibility, usePermission } from '@vueuse/core'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

import {
  NoCamera,
  cameraOf,
  closeStream,
  openStream,
  type Camera,
  type CameraProblem,
} from '@/core/scan/camera'

export type CameraState = 'starting' | 'on' | 'off' | CameraProblem

/** Show in `video` the camera whose id `wanted` answers; undefined for the one facing away. */
export function useStream(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  wanted: () => Promise<string | undefined>,
) {
  const state = ref<CameraState>('starting')
  const camera = shallowRef<Camera>()
  const visibility = useDocumentVisibility()
  const leave = usePermission('camera')
  let stream: MediaStream | undefined
  let turn = 0

  async function start(): Promise<void> {
    const mine = ++turn
    stop('starting')
    try {
      const opened = await openWanted(wanted)
      if (mine !== turn) return closeStream(opened)
      stream = opened
      stream.getVideoTracks()[0]?.addEventListener('ended', () => stream === opened && stop('busy'))
      await show(stream)
      if (mine !== turn) return
      camera.value = cameraOf(stream)
      state.value = 'on'
    } catch (error) {
      if (mine === turn) stop(error instanceof NoCamera ? error.why : 'busy')
    }
  }

  async function show(opened: MediaStream): Promise<void> {
    if (!video.value) return
    video.value.srcObject = opened
    await video.value.play().catch(() => undefined) // the next start came in between
  }

  function stop(next: CameraState): void {
    const old = stream
    stream = undefined
    if (old) closeStream(old)
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
  // Who allows the camera in the browser's settings need not also ask again here.
  watch(leave, (now) => now === 'granted' && state.value === 'denied' && void start())
  onScopeDispose(rest)

  const trouble = computed(() => (isTrouble(state.value) ? state.value : null))
  return { state, trouble, camera, start }
}

function isTrouble(state: CameraState): state is CameraProblem {
  return state !== 'on' && state !== 'off' && state !== 'starting'
}

/** Which lenses there are is told only once one was opened: only then the right one may prove to be another. */
async function openWanted(wanted: () => Promise<string | undefined>): Promise<MediaStream> {
  const first = await wanted()
  const opened = await openStream(first)
  const better = await wanted()
  if (better === first || better === idOf(opened)) return opened
  closeStream(opened)
  return openStream(better)
}

function idOf(stream: MediaStream): string | undefined {
  return stream.getVideoTracks()[0]?.getSettings().deviceId
}
