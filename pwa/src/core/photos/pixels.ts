/** From any picture to one that may be kept: upright, small, without EXIF, named by its bytes. */
import { canvasOf, jpegOf, type Canvas } from '@/core/photos/canvas'
import { withoutExif } from '@/core/photos/jpeg'
import { FIRST_QUALITY, fitted, MAX_BYTES, nextAttempt, type Size } from '@/core/photos/sizes'
import { PhotoRefused, type ShrunkPhoto } from '@/core/photos/types'
import {
  decoded,
  drawUpright,
  uprightSize,
  type PhotoSource,
  type Picture,
} from '@/core/photos/upright'

/**
 * Shrink `source` on this thread; it is used up.
 *
 * Answers a JPEG of at most 300 kB and 1600 px. PhotoRefused: `photos.not_a_picture` when it cannot be
 * decoded, `photos.insecure` on a page without HTTPS, where the browser computes no hash.
 */
export async function shrinkHere(source: PhotoSource): Promise<ShrunkPhoto> {
  if (!globalThis.crypto?.subtle) throw new PhotoRefused('photos.insecure')
  const picture = await decoded(source)
  try {
    const { bytes, size } = await smallEnough(picture)
    return { bytes, ...size, mime: 'image/jpeg', sha256: await sha256(bytes) }
  } finally {
    picture.image.close()
  }
}

async function smallEnough(picture: Picture): Promise<{ bytes: ArrayBuffer; size: Size }> {
  let size = fitted(uprightSize(picture))
  let canvas = drawn(picture, size)
  let quality = FIRST_QUALITY
  for (;;) {
    const bytes = withoutExif(await jpegOf(canvas, quality))
    if (bytes.byteLength <= MAX_BYTES) return { bytes, size }
    const next = nextAttempt(quality, bytes.byteLength)
    quality = next.quality
    if (next.shrink < 1) {
      size = fitted(size, Math.max(size.width, size.height) * next.shrink)
      canvas = drawn(picture, size)
    }
  }
}

function drawn(picture: Picture, size: Size): Canvas {
  const [canvas, context] = canvasOf(size, { alpha: false })
  context.imageSmoothingQuality = 'high'
  // A picture with clear parts (a screenshot) lies on paper, not in the dark.
  context.fillStyle = 'white'
  context.fillRect(0, 0, size.width, size.height)
  drawUpright(context, picture, size)
  return canvas
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
