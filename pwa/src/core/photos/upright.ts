/** Pictures the right way up: the browser turns them, and where it does not, we do. */
import type { Context } from '@/core/photos/canvas'
import { orientationOf, type Orientation } from '@/core/photos/jpeg'
import type { Size } from '@/core/photos/sizes'
import { PhotoRefused } from '@/core/photos/types'

export type PhotoSource = Blob | ImageBitmap | VideoFrame

export interface Picture {
  image: ImageBitmap | VideoFrame
  /** How the pixels of `image` still lie. */
  lies: Orientation
}

/** 2 × 1 pixels lying on their side (orientation 6): upright they are higher than wide. */
const PROBE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAv/EABgQAAIDAAAAAAAAAAAAAAAAAAABMXGx/9oACAEBAAA/AA5dvT//2Q=='

let turns: Promise<boolean> | undefined

/** Decode `source`; PhotoRefused `photos.not_a_picture` when the browser cannot. */
export async function decoded(source: PhotoSource): Promise<Picture> {
  if (!(source instanceof Blob)) return { image: source, lies: 1 }
  try {
    turns ??= browserTurns()
    const image = await createImageBitmap(source, { imageOrientation: 'from-image' })
    return { image, lies: (await turns) ? 1 : orientationOf(await source.arrayBuffer()) }
  } catch {
    throw new PhotoRefused('photos.not_a_picture')
  }
}

/** Answer the size of the picture once it stands upright. */
export function uprightSize({ image, lies }: Picture): Size {
  const { width, height } = image instanceof ImageBitmap ? image : frameSize(image)
  return lies >= 5 ? { width: height, height: width } : { width, height }
}

/** Draw the picture upright so that it fills `width` × `height`. */
export function drawUpright(
  context: Context,
  { image, lies }: Picture,
  { width, height }: Size,
): void {
  context.setTransform(...turn(lies, width, height))
  const [across, down] = lies >= 5 ? [height, width] : [width, height]
  context.drawImage(image, 0, 0, across, down)
}

/** Answer the matrix that sets a picture lying so upright in `width` × `height`. */
export function turn(
  lies: Orientation,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  const turns: Record<Orientation, [number, number, number, number, number, number]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  }
  return turns[lies]
}

async function browserTurns(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(PROBE), (char) => char.charCodeAt(0))
  const probe = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), {
    imageOrientation: 'from-image',
  })
  const turned = probe.height > probe.width
  probe.close()
  return turned
}

function frameSize(frame: VideoFrame): Size {
  return { width: frame.displayWidth, height: frame.displayHeight }
}
