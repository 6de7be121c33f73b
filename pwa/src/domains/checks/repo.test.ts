import { beforeEach, expect, it } from 'vitest'

import slip from '../../../../tests/examples/kinds/checks.slip.json'
import write from '../../../../tests/examples/kinds/checks.write.json'

import { outboxTable } from '@/core/outbox/table'
import { useSession } from '@/core/session/session'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { checks } from '@/domains/checks'
import { keepAct, readBoard } from '@/domains/checks/repo'
import { sheetTable } from '@/domains/checks/table'
import type { CheckSheet } from '@/domains/checks/types'
import { seenOf } from '@/domains/checks/use'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import type { Estate } from '@/ground/estates/types'
import { departmentTable, people } from '@/ground/people'

let store: ReturnType<typeof freshPhone>
let estate: string

beforeEach(async () => {
  serve()
  store = freshPhone([estates, people, checks])
  await signInAs('anna')
  estate = useSession().estate.value!.id
  const settings = { supervisor_may_act_as_manager: true }
  await store.rows(estateTable).put({ id: estate, settings, timezone: 'UTC' } as unknown as Estate)
  const own = useSession().me.value!.id
  const department = { id: 'd', estate, kind: 'security', name: '保安部', memberIds: [] }
  await store.rows(departmentTable).put({ ...department, headId: own })
})

it('is sent as the shared example has it, and shows before the server tells it', async () => {
  await keepAct('write', write.body, '客服部')
  const [item] = await store.rows(outboxTable).toArray()
  expect(item).toMatchObject(write)

  const [sheet] = (await readBoard())!.sheets
  expect(sheet).toMatchObject({ serial: null, waits: true, signature: null, slips: [] })
  expect(seenOf(sheet!)).toEqual([{ id: item!.id, sha256: sheet!.item.sha256 }])
})

it('shows the own slip and signature at once, each slip once', async () => {
  await keepAct('write', write.body, '客服部')
  await keepAct('slip', slip.body, '客服部')
  const [sheet] = (await readBoard())!.sheets
  expect(sheet!.slips).toMatchObject([{ rowId: slip.body.rowId, serial: null }])
  await store.rows(sheetTable).put({ ...sheet, estate } as CheckSheet)

  await keepAct('sign', { sheetId: write.body.sheetId }, '客服部')
  const [signed] = (await readBoard())!.sheets
  expect(signed!.slips).toHaveLength(1)
  expect(signed!.signature?.byId).toBe(useSession().me.value!.id)
})

it('lets a steward supervise only the department that they head', async () => {
  await store
    .rows(departmentTable)
    .put({ id: 'e', estate, kind: 'cleaning', name: '保洁部', memberIds: [], headId: null })
  const { who } = (await readBoard())!
  expect(who).toMatchObject({ oversees: false, manages: false, depts: ['security'] })
})
