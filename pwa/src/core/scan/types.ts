/** What the scanner says to the page that holds it. */

/**
 * camera: the picture was decoded; scanner: a keyboard scanner typed it; typed: a person did; link: its address was
 * opened, or held by the tag that the phone was brought to.
 */
export type ScanMethod = 'camera' | 'scanner' | 'typed' | 'link'

/** A label's code as read, and how. */
export interface ScannedCode {
  /** The 12 characters, check verified. */
  code: string
  method: ScanMethod
  /** Why no label was read (PAT-R12): a word of `REASONS`, or the person's own. Only with `typed`. */
  reason?: string
}

/** Why a label was not scanned (PAT-R12); `other` asks for own words instead. */
export const REASONS = ['label_damaged', 'too_dark', 'camera_broken', 'other'] as const
export type Reason = (typeof REASONS)[number]

/** A picture as the decoder takes it: four bytes a pixel, rows from the top. The browser's ImageData is one. */
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** What one look at a frame tells: the code in it, if there is one. */
export interface Look {
  reading: Reading | null
  /** Mean of the frame, 0 to 255. */
  brightness: number
  /** By how many grey levels it differs from the frame before. */
  change: number
}

/** A code that was read, and where in its frame: its corners, clockwise. */
export interface Reading {
  text: string
  corners: readonly [Point, Point, Point, Point]
}
