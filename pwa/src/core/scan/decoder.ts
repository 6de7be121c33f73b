/** The decoding worker as the page sees it: a frame in, its code out, one after the other. */
import type { DecodeAnswer, DecodeAsk } from '@/core/scan/decode.worker'
import type { Pixels, Reading } from '@/core/scan/types'

export interface Decoder {
  /** Settles when the WebAssembly is loaded; rejects when it cannot be. */
  readonly ready: Promise<unknown>
  /** Answer the code in `picture`, or null; a bitmap is used up. */
  decode(picture: ImageBitmap | Pixels): Promise<Reading | null>
  stop(): void
}

interface Waiting {
  done: (reading: Reading | null) => void
  failed: (error: Error) => void
}

/** Start the worker. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Waiting | undefined

  const answer = () => new Promise<Reading | null>((done, failed) => (waiting = { done, failed }))
  worker.addEventListener('error', () => waiting?.failed(new Error('the decoder did not start')))
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    if (data.ok) waiting?.done(data.reading)
    else waiting?.failed(new Error('the decoder failed'))
  })

  const ready = answer()
  let last: Promise<unknown> = ready
  ready.catch(() => undefined) // who decodes is told
  return {
    ready,
    decode(picture) {
      const reading = last.then(() => {
        const ask: DecodeAsk = { picture }
        worker.postMessage(ask, 'close' in picture ? [picture] : [picture.data.buffer])
        return answer()
      })
      last = reading
      return reading
    },
    stop: () => worker.terminate(),
  }
}
