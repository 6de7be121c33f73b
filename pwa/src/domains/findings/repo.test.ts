import { beforeEach, describe, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/findings.report.json'
import sightingExample from '../../../../tests/examples/kinds/findings.sighting.json'

import { keep } from '@/core/outbox/outbox'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { findings } from '@/domains/findings'
import {
  openAt,
  prepareReport,
  prepareSighting,
  readingsAt,
  reportsOn,
  sightingsOn,
  type Reported,
} from '@/domains/findings/repo'
import { findingTable } from '@/domains/findings/table'
import type { Finding } from '@/domains/findings/types'

const { origin, ...reported } = example.body
let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  store = freshPhone([findings])
  await signInAs('anna')
})

it('is sent as the shared example has it, with its photos in order', async () => {
  const { item, also } = prepareReport(origin, reported as Reported, '2 单元 9 层 楼梯间')
  expect(item).toMatchObject({ kind: example.kind, v: example.v, about: example.about })
  expect(item.body).toEqual(example.body)
  expect(item.photos).toEqual(example.body.photos.map(({ sha256 }) => sha256))

  await keep([item], [also])
  expect(await reportsOn(origin.id)).toMatchObject([{ item: 'ST-09', by: 'p-anna' }])
})

it('tells what is open at a place, newest first', async () => {
  const found = (id: string, foundAt: string, placeId = 'stairs') =>
    ({ id, placeId, foundAt }) as Finding
  await store
    .rows(findingTable)
    .bulkPut([
      found('old', '2026-11-20'),
      found('new', '2026-11-22'),
      found('far', '2026-11-23', 'roof'),
    ])
  expect((await openAt('stairs')).map(({ id }) => id)).toEqual(['new', 'old'])
})

describe('what is open at a place before the server knows', () => {
  const again = {
    sightingId: 'sighting',
    findingId: example.body.findingId,
    origin,
    outcome: 'still_there' as const,
    note: '',
    seenAt: '2026-11-24T07:38:50.000Z',
  }
  const keepReport = async (details = example.body.details) => {
    const { item, also } = prepareReport(origin, { ...(reported as Reported), details }, '楼梯间')
    await keep([{ ...item, photos: [] }], [also])
  }

  it('is told with what was reported from this phone, once', async () => {
    await keepReport()
    expect(await openAt(example.body.placeId)).toMatchObject([{ item: 'ST-09', serial: null }])
    const told = { ...example.body, id: example.body.findingId, serial: 'WT-2026-000001' }
    await store.rows(findingTable).put(told as unknown as Finding)
    expect(await openAt(example.body.placeId)).toMatchObject([{ serial: 'WT-2026-000001' }])
  })

  it('counts the own look at it, which is sent as the shared example has it', async () => {
    await keepReport()
    const { item, also } = prepareSighting(again, '楼梯间')
    const { kind, v, about, body } = sightingExample
    expect(item).toMatchObject({ kind, v, about })
    expect(Object.keys(item.body as object)).toEqual(Object.keys(body))

    await keep([item], [also])
    const [open] = await openAt(example.body.placeId)
    expect(open).toMatchObject({ timesSeen: 1, lastSeen: { outcome: 'still_there' } })
    expect(await sightingsOn(origin.id)).toMatchObject([
      { findingId: again.findingId, of: { item: 'ST-09', spot: example.body.spot } },
    ])
  })

  it('tells how its meters read', async () => {
    await keepReport({ ...example.body.details, reading: '1284' } as never)
    expect(await readingsAt(example.body.placeId)).toMatchObject([
      { item: 'ST-09', unit: '902', number: null, reading: '1284' },
    ])
  })
})
