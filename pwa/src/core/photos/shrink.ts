/** Shrinks photos in a worker, so that the page goes on; on this thread only where a worker cannot draw. */
import { drawsOffPage } from '@/core/photos/canvas'
import type { ShrinkAnswer, ShrinkAsk } from '@/core/photos/shrink.worker'
import { PhotoRefused, type ShrunkPhoto } from '@/core/photos/types'
import type { PhotoSource } from '@/core/photos/upright'

interface Waiting {
  done: (photo: ShrunkPhoto) => void
  failed: (error: Error) => void
}

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let asked = 0

/**
 * Answer `source` as a photo that may be kept; a bitmap or frame is used up.
 *
 * Rejects with PhotoRefused when it is no picture, or when this page has no HTTPS.
 */
export async function shrink(source: PhotoSource): Promise<ShrunkPhoto> {
  if (!drawsOffPage()) return (await import('@/core/photos/pixels')).shrinkHere(source)
  const id = ++asked
  const answer = new Promise<ShrunkPhoto>((done, failed) => waiting.set(id, { done, failed }))
  const ask: ShrinkAsk = { id, source }
  warmUp().postMessage(ask, source instanceof Blob ? [] : [source])
  return answer
}

/** Start the worker before the first photo is taken. */
export function warmUp(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./shrink.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<ShrinkAnswer>) => settle(data))
  worker.addEventListener('error', giveUp)
  return worker
}

function settle(answer: ShrinkAnswer): void {
  const { done, failed } = waiting.get(answer.id) ?? {}
  waiting.delete(answer.id)
  if (answer.ok) done?.(answer.photo)
  else failed?.(new PhotoRefused(answer.code ?? 'photos.not_kept'))
}

/** The worker itself is broken: whoever waits is told, and the next photo starts a new one. */
function giveUp(): void {
  worker?.terminate()
  worker = undefined
  for (const { failed } of waiting.values()) failed(new PhotoRefused('photos.not_kept'))
  waiting.clear()
}
