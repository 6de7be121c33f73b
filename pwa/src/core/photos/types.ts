/** Photos as this phone keeps them. The name of a photo is the SHA-256 of its bytes, on both sides. */

/** A photo ready to be kept: upright, long edge at most 1600 px, JPEG of at most 300 kB, no EXIF. */
export interface ShrunkPhoto {
  sha256: string
  bytes: ArrayBuffer
  mime: string
  width: number
  height: number
}

/**
 * draft: held by unsaved work; waiting: a saved record uses it, the server has not got it;
 * sent: the server has it, the phone keeps it until that is safe.
 */
export type PhotoState = 'draft' | 'waiting' | 'sent'

/** What is known of a photo. Its bytes lie apart (`PhotoBytes`): a change of its state must not write them again. */
export interface KeptPhoto extends Omit<ShrunkPhoto, 'bytes'> {
  /** Of photos kept before bytes lay apart. */
  bytes?: ArrayBuffer
  /** UTC, by the phone's clock. */
  takenAt: string
  /** Taken by the camera inside the app just now, not chosen from the album. */
  live: boolean
  state: PhotoState
  /** How many unsaved records hold it, so that dropping it from one leaves it to the others. */
  drafts: number
}

/** An ArrayBuffer: Safari loses Blobs kept in IndexedDB. */
export interface PhotoBytes {
  sha256: string
  bytes: ArrayBuffer
}

/** Why a photo was not kept; the words stand in `text.ts` under the code. */
export type PhotoRefusal =
  'photos.not_a_picture' | 'photos.no_space' | 'photos.insecure' | 'photos.not_kept'

/** A photo that could not be taken in; nothing has been kept. */
export class PhotoRefused extends Error {
  constructor(readonly code: PhotoRefusal) {
    super(code)
    this.name = 'PhotoRefused'
  }
}
