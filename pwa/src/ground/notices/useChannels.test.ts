import { expect, it } from 'vitest'

import { freshPhone, signInAs } from '@/core/testing/phone'
import { serve } from '@/core/testing/server'
import { estates } from '@/ground/estates'
import { estateTable } from '@/ground/estates/table'

import { newChannel } from './useChannels'

it('lets a new channel speak the language of its estate', async () => {
  serve()
  const store = freshPhone([estates])
  await signInAs('anna')
  expect((await newChannel()).language).toBe('zh-Hans')

  const settings = { ui_locale: 'zh-Hant' }
  await store
    .rows(estateTable)
    .put({ id: 'e-1', estate: 'e-1', timezone: 'Asia/Shanghai', settings } as never)

  expect((await newChannel()).language).toBe('zh-Hant')
})
