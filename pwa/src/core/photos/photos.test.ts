import { beforeEach, describe, expect, it } from 'vitest'

import {
  claimPhotos,
  dropDraft,
  forgetSent,
  keepPhoto,
  markSent,
  photoUrl,
  readBytes,
  releasePhotoUrl,
  unsentOf,
  waitingPhotos,
} from '@/core/photos/photos'
import { aheadTable, photoBytesTable, photoTable } from '@/core/photos/table'
import { PhotoRefused, type ShrunkPhoto } from '@/core/photos/types'
import { buildStore, type Store } from '@/core/store/store'
import { provideStore } from '@/core/store/use'

const MORNING = { at: new Date('2026-11-23T01:00:00Z'), live: true }
const NOON = { at: new Date('2026-11-23T04:00:00Z'), live: false }

function shrunk(name: string): ShrunkPhoto {
  const bytes = new TextEncoder().encode(name).buffer
  return { sha256: `sha-${name}`, bytes, mime: 'image/jpeg', width: 4, height: 3 }
}

describe('photos on this phone', () => {
  let store: Store

  beforeEach(() => {
    store = buildStore([photoTable, photoBytesTable, aheadTable], `photos-${crypto.randomUUID()}`)
    provideStore(store)
  })

  it('a photo is kept as a draft before any record names it, and read back', async () => {
    const kept = await keepPhoto(shrunk('door'), MORNING)

    expect(kept).toMatchObject({
      sha256: 'sha-door',
      state: 'draft',
      live: true,
      takenAt: '2026-11-23T01:00:00.000Z',
    })
    expect(new TextDecoder().decode((await readBytes('sha-door'))!)).toBe('door')
  })

  it('bytes are kept as an ArrayBuffer, never as a Blob', async () => {
    await keepPhoto(shrunk('door'), MORNING)

    expect(
      Object.prototype.toString.call((await store.rows(photoBytesTable).get('sha-door'))!.bytes),
    ).toBe('[object ArrayBuffer]')
  })

  it('bytes lie apart, so that a change of state does not write them again', async () => {
    await keepPhoto(shrunk('door'), MORNING)
    await claimPhotos(['sha-door'])

    expect(await store.rows(photoTable).get('sha-door')).not.toHaveProperty('bytes')
  })

  it('a photo of before bytes lay apart is read, sent and let go like any other', async () => {
    const { sha256, bytes, ...facts } = shrunk('old')
    const old = { ...facts, takenAt: '', live: true, state: 'draft' as const, drafts: 1 }
    await store.rows(photoTable).put({ sha256, bytes, ...old })
    await keepPhoto(shrunk('old'), NOON)

    expect(new TextDecoder().decode((await readBytes('sha-old'))!)).toBe('old')
    expect(await photoUrl('sha-old')).toMatch(/^blob:/)
    await markSent('sha-old')
    await forgetSent(['sha-old'])
    expect(await readBytes('sha-old')).toBeNull()
  })

  it('the same bytes stay one photo, with the earlier time and the earlier word on how it was taken', async () => {
    await keepPhoto(shrunk('door'), MORNING)
    const again = await keepPhoto(shrunk('door'), NOON)

    expect(again).toMatchObject({ takenAt: '2026-11-23T01:00:00.000Z', live: true })
  })

  it('a photo held by two unsaved records outlives being dropped from one', async () => {
    await keepPhoto(shrunk('door'), MORNING)
    await keepPhoto(shrunk('door'), MORNING)

    await dropDraft('sha-door')
    expect(await readBytes('sha-door')).not.toBeNull()
    await dropDraft('sha-door')
    expect(await readBytes('sha-door')).toBeNull()
  })

  it('a photo that a saved record names is not dropped with the draft', async () => {
    await keepPhoto(shrunk('door'), MORNING)
    await store.transaction([photoTable], () => claimPhotos(['sha-door']))

    await dropDraft('sha-door')

    expect(await readBytes('sha-door')).not.toBeNull()
  })

  it('what waits for the network is answered oldest first; drafts and sent photos do not wait', async () => {
    await keepPhoto(shrunk('noon'), NOON)
    await keepPhoto(shrunk('morning'), MORNING)
    await keepPhoto(shrunk('sent'), MORNING)
    await keepPhoto(shrunk('draft'), MORNING)
    await claimPhotos(['sha-noon', 'sha-morning', 'sha-sent'])
    await markSent('sha-sent')

    expect(await waitingPhotos()).toEqual(['sha-morning', 'sha-noon'])
    expect(await unsentOf(['sha-sent', 'sha-noon'])).toEqual(['sha-noon'])
  })

  it('a photo sent before waits again when another record names it', async () => {
    await keepPhoto(shrunk('door'), MORNING)
    await claimPhotos(['sha-door'])
    await markSent('sha-door')

    await claimPhotos(['sha-door'])

    expect(await waitingPhotos()).toEqual(['sha-door'])
  })

  it('only sent photos are let go, whatever is asked', async () => {
    await keepPhoto(shrunk('sent'), MORNING)
    await keepPhoto(shrunk('waiting'), MORNING)
    await claimPhotos(['sha-sent', 'sha-waiting'])
    await markSent('sha-sent')

    await forgetSent(['sha-sent', 'sha-waiting'])

    expect(await readBytes('sha-sent')).toBeNull()
    expect(await readBytes('sha-waiting')).not.toBeNull()
  })

  it('a full phone is said, and nothing is kept', async () => {
    store.dexie.table(photoTable.name).hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })

    await expect(keepPhoto(shrunk('door'), MORNING)).rejects.toEqual(
      new PhotoRefused('photos.no_space'),
    )
  })

  it('a photo kept here is shown from its bytes, any other from the server', async () => {
    await keepPhoto(shrunk('door'), MORNING)

    const own = await photoUrl('sha-door')
    expect(own).toMatch(/^blob:/)
    expect(await photoUrl('sha-far')).toBe('/api/v1/photos/sha-far?size=screen')
    releasePhotoUrl(own)
  })
})
