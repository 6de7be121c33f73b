import { beforeEach, expect, it } from 'vitest'

import example from '../../../../tests/examples/kinds/findings.report.json'

import { keep } from '@/core/outbox/outbox'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { findings } from '@/domains/findings'
import { openAt, prepareReport, reportsOn, type Reported } from '@/domains/findings/repo'
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
