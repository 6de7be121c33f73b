import { beforeEach, expect, it } from 'vitest'
import { effectScope, nextTick } from 'vue'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { patrols } from '@/domains/patrols'
import { joinRectifying, type Rectifying } from '@/domains/patrols/supervision/needs'
import { NEW_FINDING, type LookForm, type Stand } from '@/domains/patrols/supervision/types'
import { useLook } from '@/domains/patrols/supervision/use'
import { checklists } from '@/ground/checklists'
import { estates } from '@/ground/estates'
import { people } from '@/ground/people'
import { labels } from '@/ground/labels'
import { places } from '@/ground/places'

const stand: Stand = {
  placeId: 'stairs',
  label: null,
  scan: { method: 'camera', reason: null },
  seenAt: '2026-11-23T07:40:00Z',
}

beforeEach(async () => {
  serve()
  freshPhone([estates, people, places, labels, checklists, patrols])
  await signInAs('anna')
  joinRectifying({ open: () => Promise.resolve([]) } as unknown as Rectifying)
})

const look = (begun: Partial<LookForm> = {}) =>
  effectScope().run(() => useLook(() => stand, begun))!.form

it('forgets which finding was meant when something else is done, and the item of another service', async () => {
  const form = look()
  Object.assign(form.value, { act: 'order', service: 'engineering' })
  await nextTick()
  Object.assign(form.value, { findingId: NEW_FINDING, item: 'ST-05' })

  form.value.service = 'security'
  await nextTick()
  expect(form.value).toMatchObject({ findingId: NEW_FINDING, item: '' })

  form.value.act = 'recheck'
  await nextTick()
  expect(form.value.findingId).toBe('')
})

it('begins with the finding that is to be rechecked', async () => {
  const form = look({ act: 'recheck', findingId: 'known' })
  await nextTick()
  expect(form.value).toMatchObject({ act: 'recheck', findingId: 'known' })
})

it('means what is new where nothing may be ordered, and the department of the service', async () => {
  const form = look()
  form.value.act = 'order'
  await nextTick()
  expect(form.value.findingId).toBe(NEW_FINDING)

  form.value.service = 'security'
  await nextTick()
  expect(form.value.dept).toBe('security')
  form.value.service = 'environment'
  await nextTick()
  expect(form.value.dept).toBeNull()
})
