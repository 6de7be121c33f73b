/** The phone's camera: opened at 1080p, facing away, with its torch and zoom where it has them. */

export type CameraProblem = 'denied' | 'none' | 'busy' | 'insecure'

/** There is no picture, and why. */
export class NoCamera extends Error {
  constructor(readonly why: CameraProblem) {
    super(why)
    this.name = 'NoCamera'
  }
}

export interface Camera {
  readonly stream: MediaStream
  readonly id: string | undefined
  readonly hasTorch: boolean
  /** Largest zoom the lens itself does; 1 when it does none. */
  readonly maxZoom: number
  /** Called when another app takes the camera away. */
  onLost: (() => void) | undefined
  /** Light the torch and zoom as far as the camera can; the rest is left undone. */
  set(wanted: { torch: boolean; zoom: number }): Promise<void>
  close(): void
}

/** TypeScript does not list what the Image Capture specification adds. */
type Abilities = MediaTrackCapabilities & {
  torch?: boolean
  zoom?: { min: number; max: number }
  focusMode?: string[]
}

/** Answers as often as the phone gives 1080p: far labels and key tags are read half as often again as at 720p. */
const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/**
 * Open the camera `id`, or the one facing away from the person. Rejects with NoCamera.
 *
 * Never `exact`: some phones name no direction, and a camera remembered may be gone.
 */
export async function openCamera(id?: string): Promise<Camera> {
  // Without HTTPS the browser hides the whole interface.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) throw new NoCamera(isSecureContext ? 'none' : 'insecure')
  const which = id ? { deviceId: { ideal: id } } : { facingMode: { ideal: 'environment' } }
  try {
    return cameraOf(await devices.getUserMedia({ video: { ...PICTURE, ...which }, audio: false }))
  } catch (error) {
    throw new NoCamera(whyNot(error))
  }
}

/** Answer the ids of all cameras of this phone; known only once one was opened. */
export async function cameraIds(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId)
}

function cameraOf(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0]
  if (!track) throw new NoCamera('none')
  const can = (track.getCapabilities?.() ?? {}) as Abilities
  const camera: Camera = {
    stream,
    id: track.getSettings().deviceId,
    hasTorch: can.torch === true,
    maxZoom: can.zoom?.max ?? 1,
    onLost: undefined,
    set: ({ torch, zoom }) => apply(track, can, torch, zoom),
    close() {
      camera.onLost = undefined
      stream.getTracks().forEach((each) => each.stop())
    },
  }
  track.addEventListener('ended', () => camera.onLost?.())
  return camera
}

/** All wishes in one set: a later call replaces an earlier one, and some browsers heed only the first set. */
async function apply(
  track: MediaStreamTrack,
  can: Abilities,
  torch: boolean,
  zoom: number,
): Promise<void> {
  const wishes = {
    ...(can.focusMode?.includes('continuous') ? { focusMode: 'continuous' } : {}),
    ...(can.torch ? { torch } : {}),
    ...(can.zoom ? { zoom: Math.min(can.zoom.max, Math.max(can.zoom.min, zoom)) } : {}),
  }
  if (Object.keys(wishes).length === 0) return
  // A camera that promises more than it does still shows a picture.
  await track
    .applyConstraints({ advanced: [wishes as MediaTrackConstraintSet] })
    .catch(() => undefined)
}

function whyNot(error: unknown): CameraProblem {
  if (error instanceof NoCamera) return error.why
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
