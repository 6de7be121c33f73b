import { beforeEach, expect, it } from 'vitest'
import { effectScope } from 'vue'

import { outboxTable } from '@/core/outbox/table'
import { speakOffice } from '@/core/testing/office'
import { freshPhone, photoOn, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { t } from '@/core/text'
import { checklists, templateTable } from '@/ground/checklists'
import type { ChecklistItem, Step, Template } from '@/ground/checklists/types'
import { places } from '@/ground/places'
import { placeTable } from '@/ground/places/table'
import type { Place } from '@/ground/places/types'
import { findings } from '@/domains/findings'
import { useHome } from '@/domains/findings/useHome'

const PHOTO = 'ab'.repeat(32)
const calls: Step[] = ['resident_called', 'manager_called', 'help_called']
const item = { id: 'HA-01', record: ['U'], steps: calls, choices: [] } as unknown as ChecklistItem
let store: ReturnType<typeof freshPhone>

/** The form as a page has it, once what it needs is read. */
async function opened(placeId = 'stairs') {
  const home = effectScope().run(() => useHome(placeId))!
  await expect.poll(() => home.item.value?.id).toBe('HA-01')
  return home
}

beforeEach(async () => {
  serve()
  await speakOffice()
  store = freshPhone([checklists, places, findings])
  await signInAs('anna')
  const estate = (await import('@/core/session/session')).useSession().estate.value!.id
  const template = { id: 't', estate, type: 'home_abnormal', version: 1, hash: 'h', items: [item] }
  await store.rows(templateTable).put(template as Template)
  await store
    .rows(placeTable)
    .put({ id: 'stairs', estate, name: '9 层 楼梯间', active: true } as unknown as Place)
  await photoOn(store, PHOTO)
})

it('PAT-N1 PAT-N2 says that nobody goes in and no lock is opened', () => {
  expect(t('findings.home.ban')).toBe('严禁进入住户家中，严禁擅自开锁')
})

it('PAT-N3 asks for what is seen from outside and for three calls before it reports', async () => {
  const home = await opened('')
  expect(home.lacks.value).toBe(t('findings.home.placeMissing'))
  Object.assign(home.form, { placeId: 'stairs', choice: 'smoke', unit: '902' })
  Object.assign(home.form, { description: '门缝冒烟', spot: '入户门外' })
  home.form.photos = [
    { sha256: PHOTO, takenAt: '2026-11-23T07:38:40Z', moment: 'before', live: true },
  ]
  expect(home.lacks.value).toMatch('119')
  expect(await home.send()).toBeNull()

  home.form.calls = calls.map((step) => ({ step, doneAt: '2026-11-23T07:38:45Z', reason: null }))
  const id = await home.send()

  const [sent] = await store.rows(outboxTable).toArray()
  expect(sent).toMatchObject({ kind: 'findings.report', about: id, photos: [PHOTO] })
  expect(sent!.body).toMatchObject({ origin: null, item: 'HA-01', action: 'reported' })
  expect((sent!.body as { steps: unknown[] }).steps).toHaveLength(3)
})
