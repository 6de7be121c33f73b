/** The decoding worker as the page sees it: one frame in, its text out, never two at once. */
import type { DecodeAnswer, DecodeAsk } from '@/core/scan/decode.worker'
import type { Pixels } from '@/core/scan/types'

export interface Decoder {
  /** Settles when the WebAssembly is loaded; rejects when it cannot be. */
  readonly ready: Promise<void>
  /** Answer the text of the code in `picture`, or null; a bitmap is used up. Wait for one before asking the next. */
  decode(picture: ImageBitmap | Pixels): Promise<string | null>
  stop(): void
}

interface Waiting {
  done: (text: string | null) => void
  failed: (error: Error) => void
}

/** Start the worker; do it before the camera, for both take their time. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Waiting | undefined
  let frame = 0

  const next = () => new Promise<string | null>((done, failed) => (waiting = { done, failed }))
  worker.addEventListener('error', () => waiting?.failed(new Error('the decoder did not start')))
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    if (data.ok) waiting?.done(data.text)
    else waiting?.failed(new Error('the decoder failed'))
  })

  return {
    ready: next().then(() => undefined),
    decode(picture) {
      const answer = next()
      const ask: DecodeAsk = { frame: ++frame, picture }
      worker.postMessage(ask, 'close' in picture ? [picture] : [picture.data.buffer])
      return answer
    },
    stop: () => worker.terminate(),
  }
}
