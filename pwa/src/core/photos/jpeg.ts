/** What stands in the head of a JPEG: which way is up, and the EXIF part that must not leave the phone. */

const START = 0xffd8
const START_OF_SCAN = 0xda
const APP1 = 0xe1
/** "Exif" */
const EXIF = 0x45786966
const LITTLE_ENDIAN = 0x4949
const ORIENTATION = 0x0112

/** How a picture lies, as EXIF counts it: 1 upright, 3 upside down, 6 and 8 on its side, even others mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

interface Segment {
  marker: number
  /** Offset of its 0xFF. */
  start: number
  /** Offset after its last byte. */
  end: number
}

/** Answer how the picture in `bytes` lies; 1 when it is no JPEG or does not say. */
export function orientationOf(bytes: ArrayBuffer): Orientation {
  const view = new DataView(bytes)
  const exif = segments(view).find(
    ({ marker, start }) => marker === APP1 && view.getUint32(start + 4) === EXIF,
  )
  if (!exif) return 1
  try {
    return orientationIn(view, exif.start + 10)
  } catch {
    return 1 // cut short or malformed: as good as silent
  }
}

/** Answer the JPEG in `bytes` without its APP1 parts (EXIF, XMP): Safari writes some even from a canvas. */
export function withoutExif(bytes: ArrayBuffer): ArrayBuffer {
  const doomed = segments(new DataView(bytes)).filter(({ marker }) => marker === APP1)
  if (doomed.length === 0) return bytes
  const kept = new Uint8Array(
    bytes.byteLength - doomed.reduce((sum, { start, end }) => sum + end - start, 0),
  )
  let read = 0
  let written = 0
  for (const { start, end } of [...doomed, { start: bytes.byteLength, end: bytes.byteLength }]) {
    kept.set(new Uint8Array(bytes, read, start - read), written)
    written += start - read
    read = end
  }
  return kept.buffer
}

/** Answer the parts before the picture data; none when `view` is no JPEG. */
export function segments(view: DataView): Segment[] {
  const found: Segment[] = []
  if (view.byteLength < 4 || view.getUint16(0) !== START) return found
  let start = 2
  while (start + 4 <= view.byteLength && view.getUint8(start) === 0xff) {
    const marker = view.getUint8(start + 1)
    const end = start + 2 + view.getUint16(start + 2)
    if (marker === START_OF_SCAN || end > view.byteLength) break
    found.push({ marker, start, end })
    start = end
  }
  return found
}

/** Read the tag from the TIFF block at `tiff`; RangeError when it points outside. */
function orientationIn(view: DataView, tiff: number): Orientation {
  const little = view.getUint16(tiff) === LITTLE_ENDIAN
  const directory = tiff + view.getUint32(tiff + 4, little)
  const entries = view.getUint16(directory, little)
  for (let entry = directory + 2; entry < directory + 2 + entries * 12; entry += 12)
    if (view.getUint16(entry, little) === ORIENTATION) {
      const value = view.getUint16(entry + 8, little)
      return value >= 1 && value <= 8 ? (value as Orientation) : 1
    }
  return 1
}
