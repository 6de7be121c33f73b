/** The phone's camera: opened at 1080p, facing away, with its torch, zoom and focus where it has them. */
import { advancedOf, zoomsTo, type Abilities, type Wishes } from '@/core/scan/abilities'
import type { Point } from '@/core/scan/types'

export type CameraProblem = 'denied' | 'none' | 'busy' | 'insecure'

/** There is no picture, and why. */
export class NoCamera extends Error {
  constructor(readonly why: CameraProblem) {
    super(why)
    this.name = 'NoCamera'
  }
}

export interface Camera {
  readonly id: string | undefined
  readonly hasTorch: boolean
  /** Can focus on a point of the picture. */
  readonly canFocus: boolean
  /** Largest zoom the lens itself does; 1 when it does none. */
  readonly maxZoom: number
  /** Light the torch and zoom as far as the camera can, and keep focusing; the rest is left undone. */
  set(wanted: Wishes): Promise<void>
  /** Focus on a point of the picture (each coordinate 0 to 1), until the next `set`. */
  focusOn(point: Point): Promise<void>
}

/** Answers as often as the phone gives 1080p: far labels and key tags are read half as often again as at 720p. */
const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 } }

/**
 * Open the camera `id`, or the one facing away from the person. Rejects with NoCamera.
 *
 * A camera asked for by name is asked for exactly: wished for only, it loses to another that has more pixels. It may be
 * gone by now, and some phones name no direction: then any camera is better than none.
 */
export async function openStream(id?: string): Promise<MediaStream> {
  // Without HTTPS the browser hides the whole interface.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) throw new NoCamera(isSecureContext ? 'none' : 'insecure')
  const which = id ? { deviceId: { exact: id } } : { facingMode: { ideal: 'environment' } }
  try {
    return await devices.getUserMedia({ video: { ...PICTURE, ...which }, audio: false })
  } catch (error) {
    if (id && error instanceof Error && error.name === 'OverconstrainedError') return openStream()
    throw new NoCamera(whyNot(error))
  }
}

/** Answer the camera behind `stream`; ask once its picture plays, for some phones tell of their torch only then. */
export function cameraOf(stream: MediaStream): Camera {
  const track = stream.getVideoTracks()[0]
  if (!track) throw new NoCamera('none')
  const can = (track.getCapabilities?.() ?? {}) as Abilities
  let wished: Wishes = { torch: false, zoom: 1 }
  // All wishes in one set: a later call replaces an earlier one, and some browsers heed only the first set.
  const apply = async (point?: Point) => {
    const advanced = advancedOf(can, wished, point)
    // A camera that promises more than it does still shows a picture.
    if (Object.keys(advanced).length > 0)
      await track.applyConstraints({ advanced: [advanced] }).catch(() => undefined)
  }
  return {
    id: track.getSettings().deviceId,
    hasTorch: can.torch === true,
    canFocus: canFocus(can),
    maxZoom: zoomsTo(can),
    set: (wanted) => apply(void (wished = wanted)),
    focusOn: apply,
  }
}

/** Give the camera back, so that it and its torch rest. */
export function closeStream(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop())
}

function canFocus({ focusMode = [] }: Abilities): boolean {
  const known = navigator.mediaDevices.getSupportedConstraints() as Record<string, boolean>
  return known.pointsOfInterest === true && focusMode.includes('single-shot')
}

function whyNot(error: unknown): CameraProblem {
  if (error instanceof NoCamera) return error.why
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
