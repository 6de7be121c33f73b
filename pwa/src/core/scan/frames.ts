/** Frames of a playing video, one at a time. */
import { zoomed } from '@/core/scan/crop'
import type { Pixels } from '@/core/scan/types'

/** WebKit never calls back on a live stream: wait no longer than this. */
const PATIENCE_MS = 150

/** Settle at the next frame of `video`, or soon after. */
export function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, PATIENCE_MS)
    const asked = video.requestVideoFrameCallback?.(finish)
    function finish(): void {
      clearTimeout(timer)
      if (asked !== undefined) video.cancelVideoFrameCallback(asked)
      done()
    }
  })
}

/** Answer the frame on show, cut to what a digital zoom of `times` shows; null while there is none. */
export async function grab(
  video: HTMLVideoElement,
  times: number,
): Promise<ImageBitmap | Pixels | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null
  const part = zoomed({ width: video.videoWidth, height: video.videoHeight }, times)
  if (typeof OffscreenCanvas !== 'undefined')
    return createImageBitmap(video, part.x, part.y, part.width, part.height)
  const canvas = Object.assign(document.createElement('canvas'), {
    width: part.width,
    height: part.height,
  })
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  context?.drawImage(video, part.x, part.y, part.width, part.height, 0, 0, part.width, part.height)
  return context?.getImageData(0, 0, part.width, part.height) ?? null
}

/** Larger than a label needs, small enough for a phone's memory. */
const PHOTO = 2400

/** Answer a photo as a bitmap, upright and of a size that a phone can read. Rejects for what is no picture. */
export async function bitmapOf(photo: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(photo)
  const scale = PHOTO / Math.max(whole.width, whole.height)
  if (scale >= 1) return whole
  const small = await createImageBitmap(whole, {
    resizeWidth: Math.round(whole.width * scale),
    resizeHeight: Math.round(whole.height * scale),
    resizeQuality: 'high',
  })
  whole.close()
  return small
}

/** Settle after `ms`. */
export function pause(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms))
}
