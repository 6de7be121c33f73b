import { beforeEach, expect, it } from 'vitest'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { bringOfficeWords } from '@/core/text'
import { findings } from '@/domains/findings'
import { openCases } from '@/domains/findings/rectifying'
import { findingTable } from '@/domains/findings/table'
import { done, FAN, finding, LIN } from '@/domains/findings/testing/make'
import type { Finding } from '@/domains/findings/types'
import { checklists } from '@/ground/checklists'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import { people } from '@/ground/people'
import { places } from '@/ground/places'

const at = '2026-11-23T08:00:00Z'
const order = done('order', { dept: 'engineering', dueOn: '2026-11-25', note: '' })

let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  await bringOfficeWords()
  store = freshPhone([findings, people, places, checklists, estates])
  await signInAs('anna')
  const settings = { supervisor_may_act_as_manager: true }
  const zone = { id: 'e-1', estate: 'e-1', timezone: 'Asia/Shanghai', settings }
  await store.rows(estateTable).put(zone as never)
  await store.rows(findingTable).bulkPut(Object.values(ORDERED))
})

const ordered = (id: string, more: Partial<Finding>) => finding({ id, acts: [order], ...more })
const fixer = { ...FAN, at }
const ORDERED = {
  repairing: ordered('repairing', { state: 'in_repair' }),
  fixed: ordered('fixed', { state: 'fixed', fixer }),
  unsigned: ordered('unsigned', { state: 'verified', fixer, verifier: { ...LIN, at } }),
}

it('says of what was ordered rectified how it stands, and who has to do what next', async () => {
  const open = new Map((await openCases()).map((one) => [one.id, one]))

  expect(open.get('repairing')).toMatchObject({
    mark: { state: 'doing', word: '处理中' },
    next: '等工程部处理完，拍处理后的照片',
  })
  expect(open.get('fixed')).toMatchObject({
    mark: { word: '待验证' },
    next: '由下整改单的主管到现场扫码复查。处理人不能复查自己的处理',
  })
  expect(open.get('unsigned')).toMatchObject({
    mark: { state: 'unsigned', word: '已验证，待签字' },
    next: '等范国强、林晓岚签字，两方都签就关闭',
  })
})

it('names of two who have to sign only the one who has not', async () => {
  const signature = { id: 's', side: 'verifier', byId: LIN.id, byName: LIN.name, at }
  const half = { ...ORDERED.unsigned, signatures: [signature] } as unknown as Finding
  await store.rows(findingTable).put(half)

  expect((await openCases()).find(({ id }) => id === 'unsigned')?.next).toBe(
    '等范国强签字，两方都签就关闭',
  )
})
