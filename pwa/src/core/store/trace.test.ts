import { expect, it, vi } from 'vitest'

import { keep } from '@/core/outbox/outbox'
import { emptied, followTrace, takeNoteOfLoss } from '@/core/store/trace'
import { freshPhone, itemAbout, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'

const traced = () => JSON.parse(localStorage.getItem('rounds.store') ?? '{}') as object

it('tells a store that the browser has emptied from a new phone, until somebody took note', async () => {
  serve()
  freshPhone()
  await signInAs('anna')
  await followTrace()
  expect(emptied.value).toBeNull()
  await keep([itemAbout('a'), itemAbout('b')])
  await vi.waitFor(() => expect(traced()).toMatchObject({ waiting: 2 }), 5_000)

  freshPhone()
  await followTrace()
  await followTrace()
  expect(emptied.value).toMatchObject({ waiting: 2 })

  await takeNoteOfLoss()
  await followTrace()
  expect(emptied.value).toBeNull()
})
