import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'

import example from '../../../../tests/examples/kinds/vacancy.table_file.json'

import { keep } from '@/core/outbox/outbox'
import { outboxTable } from '@/core/outbox/table'
import { speakOffice } from '@/core/testing/office'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { t } from '@/core/text'
import { vacancy } from '@/domains/vacancy'
import { usePapers } from '@/domains/vacancy/usePapers'
import { estates } from '@/ground/estates'

const paper = { id: example.about, period: example.body.period, sha256: example.body.seen }
let store: ReturnType<typeof freshPhone>
let asked = 0

/** The list that the server tells; every time it is asked for is counted. */
function tell(): void {
  const plain = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (!url.includes('/vacancy/tables')) return plain(url, init)
    asked += 1
    return Promise.resolve(Response.json({ tables: [{ ...paper, state: 'draft', content: {} }] }))
  })
}

/** Answer with the papers as a page has them, and one of them being filed. */
async function filing() {
  const papers = effectScope().run(() => usePapers('tables'))!
  await expect.poll(() => papers.papers.value?.length).toBe(1)
  expect(await papers.file(papers.papers.value![0]!)).toBeNull()
  await expect.poll(() => papers.waits.value).toBe(true)
  return papers
}

async function answer(state: 'applied' | 'refused', code = ''): Promise<void> {
  const [item] = await store.rows(outboxTable).toArray()
  await store.rows(outboxTable).put({ ...item!, state, answer: { code } })
}

beforeEach(async () => {
  serve()
  asked = 0
  await speakOffice()
  store = freshPhone([estates, vacancy])
  await signInAs('anna')
  tell()
})

it('files a paper as it was shown, at once, and asks for the list anew when it was taken', async () => {
  const { waits, refused } = await filing()
  const [item] = await store.rows(outboxTable).toArray()
  expect(item).toMatchObject({ kind: example.kind, v: 1, about: example.about, live: true })
  expect(item?.body).toEqual({ ...example.body, note: '' })

  await answer('applied')

  await expect.poll(() => asked).toBe(2)
  expect([waits.value, refused.value]).toEqual([false, ''])
})

it('says why a paper was refused, and asks for what it is now', async () => {
  const { waits, refused } = await filing()

  await answer('refused', 'vacancy.draft_changed')

  await expect.poll(() => refused.value).toBe(t('refusals.vacancy.draft_changed'))
  expect(refused.value).toMatch('看新的再报')
  await expect.poll(() => asked).toBe(2)
  expect(waits.value).toBe(false)
})

it('asks anew for what another page has kept, once that was answered', async () => {
  const papers = effectScope().run(() => usePapers('tables'))!
  await expect.poll(() => asked).toBe(1)
  await keep([{ kind: example.kind, v: 1, about: example.about, body: {}, title: {} }])
  await expect.poll(() => papers.waits.value).toBe(true)

  await answer('applied')

  await expect.poll(() => asked).toBe(2)
})
