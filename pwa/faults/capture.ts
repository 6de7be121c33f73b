/** Captures: a sheet filled in and saved by the product's own functions, in milliseconds. */
import { now } from '@/core/clock'
import { newId } from '@/core/ids'
import { whyNotKept } from '@/core/outbox/notKept'
import type { OutboxItem } from '@/core/outbox/types'
import { keepPhoto } from '@/core/photos/photos'
import { PhotoRefused } from '@/core/photos/types'
import { keepDraft, readGround, saveVisit, templatesFor } from '@/domains/patrols/repo'
import { answered } from '@/domains/patrols/sheet'
import type { Draft } from '@/domains/patrols/types'
import type { DraftAnswer, SheetPhoto, Template } from '@/ground/checklists/types'
import type { Place } from '@/ground/places/types'
import { useSession } from '@/core/session/session'

/** What is captured: so many visits; every `photos`-th with a photo, every `abnormal`-th with a report. 0: none. */
export interface Wanted {
  visits: number
  photos: number
  abnormal: number
  /** How many photos such a visit has, and of how many dots a side. */
  each?: number
  side?: number
  /** A place that the server refuses, because it lies in another estate. */
  foreign?: string
}

/** Save visits one after the other. Each is told to the test before the next begins. Answers why one was not kept. */
export async function capture(wanted: Wanted): Promise<{ saved: number; why: string }> {
  const { me, estate } = useSession()
  if (!me.value || !estate.value) return { saved: 0, why: 'nobody' }
  const ground = await readGround(estate.value.id, me.value.id)
  const place = ground && [...ground.places.values()][0]
  const [template] = place ? await templatesFor(place.type) : []
  if (!ground || !place || !template) return { saved: 0, why: 'no ground' }
  for (let saved = 0; saved < wanted.visits; saved++) {
    try {
      const items = await save(place, template, wanted, saved, me.value.id, estate.value.id)
      await tell(items)
    } catch (error) {
      return { saved, why: error instanceof PhotoRefused ? error.code : whyNotKept(error) }
    }
  }
  return { saved: wanted.visits, why: '' }
}

async function save(
  place: Place,
  template: Template,
  { photos, abnormal, foreign, each = 1, side = 32 }: Wanted,
  number: number,
  by: string,
  estate: string,
): Promise<OutboxItem[]> {
  const placeId = foreign ?? place.id
  const due = (every: number) => every > 0 && number % every === 0
  const pictures = await Promise.all(
    Array.from({ length: due(photos) ? each : 0 }, () => snap(side)),
  )
  const draft = filledIn({ placeId, by, estate }, template, due(abnormal) && !foreign, pictures)
  await keepDraft(draft)
  return saveVisit(draft, template, { placeName: place.name, timezone: 'Asia/Shanghai' })
}

function filledIn(
  who: Pick<Draft, 'placeId' | 'by' | 'estate'>,
  template: Template,
  abnormal: boolean,
  photos: SheetPhoto[],
): Draft {
  const { type, version, hash } = template
  const at = now()
  const empty: Draft = {
    ...who,
    id: newId(),
    round: null,
    label: null,
    hangs: false,
    scan: { method: 'listed', reason: '标签破损' },
    scannedAt: at.toISOString(),
    checklist: { type, version, hash },
    answers: {},
    observation: '地面刚拖过，有水渍',
    photos,
    position: null,
  }
  return template.items.reduce((draft, { id }, i) => {
    const bad = abnormal && i === 0
    const given = answered(draft, id, bad ? 'abnormal' : 'normal', {
      at,
      ms: 800,
      findingId: newId(),
    })
    return bad ? described(given, id, template) : given
  }, empty)
}

function described(draft: Draft, item: string, template: Template): Draft {
  const choice = template.items.find(({ id }) => id === item)?.choices[0]?.code ?? null
  const words = { choice, description: '门口有积水', spot: '门口', action: 'reported' as const }
  const answer = { ...(draft.answers[item] as DraftAnswer), ...words }
  const photos = draft.photos.map((photo) => ({ ...photo, item }))
  return { ...draft, answers: { ...draft.answers, [item]: answer }, photos }
}

/** A photo that no other is equal to: nothing but noise. */
async function snap(side: number): Promise<SheetPhoto> {
  const canvas = new OffscreenCanvas(side, side)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const dots = new ImageData(side, side)
  for (let row = 0; row < side; row++)
    crypto.getRandomValues(dots.data.subarray(row * side * 4, (row + 1) * side * 4))
  pen.putImageData(dots, 0, 0)
  const bytes = await (
    await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
  ).arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const shrunk = { sha256, bytes, mime: 'image/jpeg', width: side, height: side }
  const { takenAt, live } = await keepPhoto(shrunk, { at: now(), live: true })
  return { sha256, takenAt, live, item: null, moment: 'before' }
}

/** From here on the person believes it saved. */
async function tell(items: readonly OutboxItem[]): Promise<void> {
  const told = items.map(({ id, seq, kind, by, photos = [] }) => ({ id, seq, kind, by, photos }))
  await fetch('/faults/saved', { method: 'POST', body: JSON.stringify(told) })
}
