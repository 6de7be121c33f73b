import { describe, expect, it } from 'vitest'

import { orientationOf, segments, withoutExif, type Orientation } from '@/core/photos/jpeg'

const JFIF = [0xff, 0xe0, 0, 4, 1, 1]
const TABLE = [0xff, 0xdb, 0, 5, 9, 9, 9]
const SCAN = [0xff, 0xda, 0, 3, 7, 0xff, 0xe1, 0, 2, 0xff, 0xd9]

function exif(orientation: number, little: boolean): number[] {
  const short = (value: number) => (little ? [value, 0] : [0, value])
  const long = (value: number) => (little ? [value, 0, 0, 0] : [0, 0, 0, value])
  const tag = little ? [0x12, 0x01] : [0x01, 0x12]
  const tiff = [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...short(42),
    ...long(8),
    ...short(1),
    ...[...tag, ...short(3), ...long(1), ...short(orientation), 0, 0],
  ]
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  return [0xff, 0xe1, 0, body.length + 2, ...body]
}

function jpeg(...parts: number[][]): ArrayBuffer {
  return new Uint8Array([0xff, 0xd8, ...parts.flat(), ...SCAN]).buffer
}

describe('the head of a JPEG', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
    'says that the picture lies as %i, in either byte order',
    (lies) => {
      expect(orientationOf(jpeg(JFIF, exif(lies, true), TABLE))).toBe(lies)
      expect(orientationOf(jpeg(exif(lies, false), TABLE))).toBe(lies)
    },
  )

  it.each([
    ['no EXIF', jpeg(JFIF, TABLE)],
    ['a value that means nothing', jpeg(exif(77, true))],
    ['an EXIF part cut short', jpeg([0xff, 0xe1, 0, 10, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49])],
    ['another kind of file', new TextEncoder().encode('RIFF....WEBP').buffer],
    ['nothing at all', new ArrayBuffer(0)],
  ])('is taken to be upright with %s', (_, bytes) => {
    expect(orientationOf(bytes)).toBe(1)
  })

  it('loses every APP1 part and nothing else', () => {
    const xmp = [0xff, 0xe1, 0, 4, 5, 5]

    const clean = withoutExif(jpeg(JFIF, exif(6, true), TABLE, xmp))

    expect(new Uint8Array(clean)).toEqual(new Uint8Array(jpeg(JFIF, TABLE)))
    expect(segments(new DataView(clean)).map(({ marker }) => marker)).toEqual([0xe0, 0xdb])
  })

  it('is left as it is when there is nothing to lose', () => {
    const bytes = jpeg(JFIF, TABLE)

    expect(withoutExif(bytes)).toBe(bytes)
  })
})
