import { beforeEach, describe, expect, it } from 'vitest'

import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import type { Store } from '@/core/store/store'
import { pullEstate } from '@/core/sync/pull'
import { feedTable } from '@/core/sync/table'
import { copyTable, freshPhone, itemAbout, signInAs } from '@/core/testing/phone'
import { serve, type TestServer } from '@/core/testing/server'

let server: TestServer
let store: Store

beforeEach(async () => {
  server = serve()
  store = freshPhone()
  await signInAs('anna')
})

const told = (id: string, name: string | null) => ({
  kind: 'trial.copy',
  id,
  data: name === null ? null : { name },
})
const names = async () => (await store.rows(copyTable).toArray()).map(({ name }) => name)

describe('an item decided again', () => {
  it('has its newest answer, once it was refused', async () => {
    const [refused, waiting] = await keep([itemAbout('a'), itemAbout('b')])
    await store
      .rows(outboxTable)
      .update(refused?.id ?? '', { state: 'refused', answer: { code: 'labels.unknown' } })
    const applied = (id = '') => ({
      kind: 'sync.answer',
      id,
      data: { answer: { id, outcome: 'applied', serial: null, entry: 7, hash: '' } },
    })
    server.pages = [
      { changes: [applied(refused?.id), applied(waiting?.id)], cursor: '1', more: false },
    ]

    await pullEstate('estate')

    const items = await store.rows(outboxTable).bulkGet([refused?.id ?? '', waiting?.id ?? ''])
    expect(items.map((item) => [item?.state, item?.answer])).toEqual([
      ['applied', { entry: 7 }],
      ['waiting', undefined],
    ])
  })
})

describe('pulling', () => {
  it('reads page after page and goes on from where it was', async () => {
    server.pages = [
      { changes: [told('1', '1 栋')], cursor: '1', more: true },
      { changes: [told('2', '2 栋')], cursor: '2' },
      {
        changes: [told('1', null), told('3', '3 栋')],
        cursor: '4',
        head: { entry: 7, hash: 'ab' },
      },
    ]

    await pullEstate('e-1')
    expect(await names()).toEqual(['1 栋', '2 栋'])
    await pullEstate('e-1')

    expect(await names()).toEqual(['2 栋', '3 栋'])
    expect(server.asked.at(-1)?.path).toContain('since=2')
    expect(await store.rows(feedTable).get('e-1')).toMatchObject({
      cursor: '4',
      head: { entry: 7, hash: 'ab' },
    })
  })

  it('swaps a full state at once: till its last page the old one stays', async () => {
    await store.rows(copyTable).put({ id: 'old', estate: 'e-1', name: '旧' })
    await store.rows(copyTable).put({ id: 'else', estate: 'e-2', name: '别处' })
    await store
      .rows(feedTable)
      .put({ id: 'e-1', cursor: '9', change: 9, head: { entry: 0, hash: '' }, readAt: '' })
    server.pages = [{ changes: [told('1', '1 栋')], cursor: 'r1', more: true, reset: true }]
    server.instead = ({ path }) => (path.includes('since=r1') ? 'offline' : undefined)

    expect(await pullEstate('e-1')).toBe('offline')
    expect((await names()).sort()).toEqual(['别处', '旧'].sort())

    server.instead = () => undefined
    server.pages = [
      { changes: [told('1', '1 栋')], cursor: 'r1', more: true, reset: true },
      { changes: [told('2', '2 栋')], cursor: '12' },
    ]
    await pullEstate('e-1')

    expect((await names()).sort()).toEqual(['1 栋', '2 栋', '别处'].sort())
  })

  it('lets the last word hold when a thing changed while the full state was told', async () => {
    server.pages = [
      { changes: [told('1', '1 栋'), told('2', '2 栋')], cursor: 'r1', more: true, reset: true },
      { changes: [told('1', null), told('2', '二栋')], cursor: '12' },
    ]

    await pullEstate('e-1')

    expect(await names()).toEqual(['二栋'])
  })

  it('never touches the outbox, whatever is swapped', async () => {
    await keep([itemAbout('a')])
    server.pages = [{ changes: [], cursor: '1', reset: true }]

    await pullEstate('e-1')

    expect(await store.rows(outboxTable).count()).toBe(1)
  })

  it('passes over kinds that this app does not know yet', async () => {
    server.pages = [
      { changes: [{ kind: 'future.thing', id: '1', data: {} }, told('2', '2 栋')], cursor: '2' },
    ]

    await pullEstate('e-1')

    expect(await names()).toEqual(['2 栋'])
  })
})
