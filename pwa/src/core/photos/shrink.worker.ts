/** Shrinks photos off the page, one after the other. */
import { shrinkHere } from '@/core/photos/pixels'
import { PhotoRefused, type PhotoRefusal, type ShrunkPhoto } from '@/core/photos/types'
import type { PhotoSource } from '@/core/photos/upright'

export interface ShrinkAsk {
  id: number
  source: PhotoSource
}

export type ShrinkAnswer =
  | { id: number; ok: true; photo: ShrunkPhoto }
  | { id: number; ok: false; code: PhotoRefusal | null }

// Two large pictures decoded at once are more than a cheap phone can hold.
let turn = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<ShrinkAsk>) => {
  turn = turn.then(() => answer(data))
})

async function answer({ id, source }: ShrinkAsk): Promise<void> {
  try {
    const photo = await shrinkHere(source)
    tell({ id, ok: true, photo }, [photo.bytes])
  } catch (error) {
    tell({ id, ok: false, code: error instanceof PhotoRefused ? error.code : null })
  }
}

function tell(message: ShrinkAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
