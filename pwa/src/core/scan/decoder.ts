/** The decoding worker as the page sees it: a frame in, what is seen out, one after the other. */
import type { DecodeAnswer, DecodeAsk } from '@/core/scan/decode.worker'
import type { Look, Pixels } from '@/core/scan/types'

export interface Decoder {
  /** Settles when the WebAssembly is loaded; rejects when it cannot be. */
  readonly ready: Promise<unknown>
  /** Answer what is seen in `picture`; a bitmap is used up. */
  decode(picture: ImageBitmap | Pixels): Promise<Look | null>
  stop(): void
}

interface Waiting {
  done: (look: Look | null) => void
  failed: (error: Error) => void
}

/** Start the worker. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module' })
  let waiting: Waiting | undefined

  const answer = () => new Promise<Look | null>((done, failed) => (waiting = { done, failed }))
  worker.addEventListener('error', () => waiting?.failed(new Error('the decoder did not start')))
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    if (data.ok) waiting?.done(data.look)
    else waiting?.failed(new Error('the decoder failed'))
  })

  const ready = answer()
  let last: Promise<unknown> = ready
  ready.catch(() => undefined) // who decodes is told
  return {
    ready,
    decode(picture) {
      const look = last.then(() => {
        const ask: DecodeAsk = { picture }
        worker.postMessage(ask, 'close' in picture ? [picture] : [picture.data.buffer])
        return answer()
      })
      last = look
      return look
    },
    stop: () => worker.terminate(),
  }
}
