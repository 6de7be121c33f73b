import { beforeEach, expect, it } from 'vitest'
import { effectScope } from 'vue'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import type { Store } from '@/core/store/store'
import { patrols } from '@/domains/patrols'
import { useScan } from '@/domains/patrols/useScan'
import { checklists } from '@/ground/checklists'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'
import { labels, labelTable } from '@/ground/labels'
import { places, placeTable, type Place } from '@/ground/places'

const CODE = '0123456789AB'
let store: Store

beforeEach(async () => {
  localStorage.clear()
  serve()
  store = freshPhone([estates, places, labels, checklists, patrols])
  await signInAs('anna')
})

it('goes on by itself once the label it did not know has arrived', async () => {
  const scan = effectScope().run(() => useScan(() => undefined))!
  await expect.poll(() => scan.ready.value).toBe(true)
  await scan.take({ code: CODE, method: 'camera' })
  expect(scan.stuck.value).toMatchObject({ why: 'unknown', code: CODE })

  await store.rows(estateTable).put({ id: 'e-1', name: '望湖花园', settings: {} } as never)
  await store
    .rows(placeTable)
    .put({ id: 'roof', estate: 'e-1', name: '天台', active: false } as Place)
  await store.rows(labelTable).put({
    ...{ id: CODE, estate: 'e-1', code: CODE, targetKind: 'place', targetId: 'roof', spot: '' },
    ...{ generation: 1, state: 'active', revokedAt: null, reason: null },
  })

  // Known now, and no longer visited: it was looked up anew without another scan.
  await expect.poll(() => scan.stuck.value?.why).toBe('closed')
})
