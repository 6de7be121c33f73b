/** Photos as small pictures, for rows of them: a sheet with twenty photos holds twenty stamps, not twenty posters. */
import { canvasOf, jpegOf } from '@/core/photos/canvas'
import { photoUrl, readShown } from '@/core/photos/photos'
import { fitted } from '@/core/photos/sizes'

/** Long edge: a row shows them at a third of this, on screens of three pixels a point. */
const EDGE = 320
const QUALITY = 0.7

// A photo decoded takes megabytes: one after the other.
let turn: Promise<unknown> = Promise.resolve()

/**
 * Answer an address to show a photo small by: made of the bytes kept here, else the server's.
 *
 * Give it back with `releasePhotoUrl`, or let `PhotoImage.vue` do both.
 */
export function smallUrl(sha256: string): Promise<string> {
  const made = turn.then(() => makeSmall(sha256))
  turn = made
  return made
}

async function makeSmall(sha256: string): Promise<string> {
  const bytes = await readShown(sha256)
  if (!bytes) return photoUrl(sha256, 'thumb')
  try {
    return URL.createObjectURL(new Blob([await shrunk(bytes)], { type: 'image/jpeg' }))
  } catch {
    // A page short of memory shows what it has; the photo itself is whole.
    return photoUrl(sha256)
  }
}

async function shrunk(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const image = await createImageBitmap(new Blob([bytes]))
  try {
    const size = fitted(image, EDGE)
    const [canvas, context] = canvasOf(size, { alpha: false })
    context.drawImage(image, 0, 0, size.width, size.height)
    return await jpegOf(canvas, QUALITY)
  } finally {
    image.close()
  }
}
