/** The decoding worker as the page sees it: a frame in, its text out, one after the other. */
import type { DecodeAnswer, DecodeAsk } from '@/core/scan/decode.worker'
import type { Pixels } from '@/core/scan/types'

export interface Decoder {
  /** Settles when the WebAssembly is loaded; rejects when it cannot be. */
  readonly ready: Promise<unknown>
  /** Answer the text of the code in `picture`, or null; a bitmap is used up. */
  decode(picture: ImageBitmap | Pixels): Promise<string | null>
  stop(): void
}

interface Waiting {
  done: (text: string | null) => void
  failed: (error: Error) => void
}

/** Start the worker. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Waiting | undefined
  let frame = 0

  const answer = () => new Promise<string | null>((done, failed) => (waiting = { done, failed }))
  worker.addEventListener('error', () => waiting?.failed(new Error('the decoder did not start')))
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    if (data.ok) waiting?.done(data.text)
    else waiting?.failed(new Error('the decoder failed'))
  })

  const ready = answer()
  let last: Promise<unknown> = ready
  ready.catch(() => undefined) // who decodes is told
  return {
    ready,
    decode(picture) {
      const text = last.then(() => {
        const ask: DecodeAsk = { frame: ++frame, picture }
        worker.postMessage(ask, 'close' in picture ? [picture] : [picture.data.buffer])
        return answer()
      })
      last = text
      return text
    },
    stop: () => worker.terminate(),
  }
}
