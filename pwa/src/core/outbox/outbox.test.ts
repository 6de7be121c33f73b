import { Dexie } from 'dexie'
import { beforeEach, describe, expect, it } from 'vitest'

import { deviceTable } from '@/core/device/table'
import { whyNotKept } from '@/core/outbox/notKept'
import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { photoTable } from '@/core/photos/table'
import { sessionTable } from '@/core/session/table'
import type { Store } from '@/core/store/store'
import { feedTable } from '@/core/sync/table'
import { freshPhone, itemAbout, noteTable, photoOn, signInAs } from '@/core/testing/phone'
import { BELL, serve } from '@/core/testing/server'

let store: Store

beforeEach(async () => {
  serve()
  store = freshPhone()
  await signInAs('anna')
})

describe('keeping work', () => {
  it('keeps the records and the items that carry them together', async () => {
    await store.rows(noteTable).put({ id: 'draft', text: '…' })

    await keep(
      [itemAbout('a')],
      [{ table: noteTable, rows: [{ id: 'a', text: '门关着' }] }],
      [{ table: noteTable, keys: ['draft'] }],
    )

    expect(await store.rows(noteTable).toArray()).toEqual([{ id: 'a', text: '门关着' }])
    expect(await store.rows(outboxTable).count()).toBe(1)
  })

  it('keeps nothing when one of the writes fails, and loses no number', async () => {
    const unkeepable = { id: 'a', text: () => '…' }

    await expect(
      keep([itemAbout('a')], [{ table: noteTable, rows: [unkeepable] }]),
    ).rejects.toMatchObject({
      name: 'NotKept',
      why: 'broken',
    })
    expect(await store.rows(outboxTable).count()).toBe(0)

    const [item] = await keep([itemAbout('b')])
    expect(item?.seq).toBe(1)
  })

  it('numbers the items of a device without a gap, whoever makes them', async () => {
    await keep([itemAbout('a'), itemAbout('b')])
    await signInAs('bell')
    await keep([itemAbout('c')])

    const items = await store.rows(outboxTable).orderBy('seq').toArray()
    expect(items.map(({ seq, by }) => [seq, by])).toEqual([
      [1, 'p-anna'],
      [2, 'p-anna'],
      [3, 'p-bell'],
    ])
    expect((await store.rows(deviceTable).get('this'))?.lastSeq).toBe(3)
  })

  it('never gives one number twice when two acts are kept at once', async () => {
    const both = await Promise.all([keep([itemAbout('a')]), keep([itemAbout('b')])])

    expect(both.flat().map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('says what the clock knew and on what state of the feed the person acted', async () => {
    await store.rows(deviceTable).update('this', { offsetMs: -90_000 })
    await store
      .rows(feedTable)
      .put({ id: 'e-1', cursor: '17', change: 17, head: { entry: 0, hash: '' }, readAt: '' })

    const [item] = await keep([itemAbout('a')])

    expect(item).toMatchObject({ seen: 17, estate: 'e-1', clock: { offsetMs: -90_000 } })
    expect(item?.clock.page).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('turns the photos it names from drafts into photos that wait', async () => {
    await photoOn(store, 'aa')

    await keep([itemAbout('a', { photos: ['aa'] })])

    expect((await store.rows(photoTable).get('aa'))?.state).toBe('waiting')
  })

  it('waits until the disk has it', async () => {
    await store.transaction([outboxTable], async () => {
      await store.rows(outboxTable).count()
      const { idbtrans } = Dexie.currentTransaction as unknown as {
        idbtrans: { durability: string }
      }
      expect(idbtrans.durability).toBe('strict')
    })
  })
})

describe('a phone that was handed over in another tab', () => {
  it('keeps nothing under the name of who is gone', async () => {
    await store.rows(sessionTable).update('now', { me: BELL })

    await expect(keep([itemAbout('a')])).rejects.toMatchObject({ why: 'handed' })
    expect(await store.rows(outboxTable).count()).toBe(0)
  })
})

describe('what a failure of the store means', () => {
  it('tells a full phone, also when Dexie wraps it', () => {
    expect(whyNotKept({ name: 'QuotaExceededError' })).toBe('full')
    expect(whyNotKept({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toBe('full')
  })

  it('tells an app that another tab has outgrown', () => {
    expect(whyNotKept({ name: 'DatabaseClosedError' })).toBe('closed')
  })
})
