import { beforeEach, describe, expect, it } from 'vitest'

import { useSession } from '@/core/session/session'
import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { findings } from '@/domains/findings'
import { keepAct } from '@/domains/findings/acts'
import { readBoard } from '@/domains/findings/board'
import { findingTable } from '@/domains/findings/table'
import { done, finding } from '@/domains/findings/testing/make'
import { checklists } from '@/ground/checklists'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import { departmentTable, people } from '@/ground/people'
import { places } from '@/ground/places'
import { routeTable } from '@/ground/places/table'

let store: ReturnType<typeof freshPhone>

beforeEach(async () => {
  serve()
  store = freshPhone([findings, people, places, checklists, estates])
  await signInAs('anna')
  const settings = { supervisor_may_act_as_manager: true }
  await store
    .rows(estateTable)
    .put({ id: 'e-1', estate: 'e-1', timezone: 'Asia/Shanghai', settings } as never)
  await store
    .rows(findingTable)
    .put(finding({ state: 'fixed', fixer: { id: 'p', name: '', at: '' } }))
})

it('knows whose departments and places they are', async () => {
  const own = { id: 'd', estate: 'e-1', kind: 'security', name: '秩序部', headId: 'p-anna' }
  await store.rows(departmentTable).put({ ...own, memberIds: [] })
  const route = { id: 'r', estate: 'e-1', name: '', active: true, placeIds: ['stairs', 'roof'] }
  await store.rows(routeTable).put({ ...route, stewardId: 'p-bell' })
  const board = await readBoard()
  expect(board?.who).toMatchObject({ role: 'steward', depts: ['security'], heads: ['security'] })
  expect(board?.isOwn('stairs')).toBe(false)
  expect(board?.isOwn('nobody’s')).toBe(true)
})

it('is nothing before the first pull', async () => {
  await store.rows(estateTable).clear()
  expect(await readBoard()).toBeNull()
})

describe('an act kept on this phone', () => {
  const scan = { method: 'camera' as const, code: '4K7Q2M9XTB3K', reason: null }
  const right = { outcome: 'right' as const, scan, note: '', photos: [] }

  it('shows at once as waiting', async () => {
    expect(await keepAct(finding(), 'verify', right)).toBeNull()
    const [found] = (await readBoard())!.cases
    expect(found).toMatchObject({ state: 'verified', verifier: { id: 'p-anna' } })
    expect(found?.acts).toMatchObject([{ act: 'verify', waits: true, byName: '林晓岚' }])
    expect(found?.acts[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not counted as another’s on a shared phone', async () => {
    await keepAct(finding(), 'verify', right)
    await useSession().signIn('bell', 'secret', '一号机')
    await store.rows(findingTable).put(finding({ state: 'fixed', acts: [done('fix')] }))
    const settings = { supervisor_may_act_as_manager: true }
    await store.rows(estateTable).put({ id: 'e-1', estate: 'e-1', settings } as never)
    const [found] = (await readBoard())!.cases
    expect(found?.state).toBe('fixed')
  })
})
