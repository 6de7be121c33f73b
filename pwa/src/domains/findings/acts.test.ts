import { beforeEach, expect, it } from 'vitest'

import { outboxTable } from '@/core/outbox/table'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { findings } from '@/domains/findings'
import { keepAct } from '@/domains/findings/acts'
import { finding } from '@/domains/findings/testing/make'
import type { FindingPhoto, Said } from '@/domains/findings/types'

interface Example {
  kind: string
  v: number
  about: string
  body: { findingId: string; photos?: FindingPhoto[] }
}
const examples = Object.values(
  import.meta.glob<Example>('../../../../tests/examples/kinds/findings.*.json', {
    eager: true,
    import: 'default',
  }),
).filter(({ kind }) => !['findings.report', 'findings.sighting'].includes(kind))

let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  store = freshPhone([findings])
  await signInAs('anna')
})

it.each(examples)(
  '$kind is sent as the shared example has it',
  async ({ kind, v, about, body }) => {
    const { findingId, ...said } = body
    const act = kind.replace('findings.', '') as keyof Said
    expect(await keepAct(finding({ id: findingId }), act, said as never)).toBeNull()
    const [kept] = await store.rows(outboxTable).toArray()
    expect(kept).toMatchObject({ kind, v, about })
    expect(kept?.body).toEqual(body)
    expect(kept?.photos).toEqual(
      body.photos?.length ? body.photos.map(({ sha256 }) => sha256) : undefined,
    )
  },
)

it('knows all eleven acts', () => {
  expect(examples).toHaveLength(11)
})
