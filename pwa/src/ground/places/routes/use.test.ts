import { effectScope } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { freshPhone } from '@/core/testing/phone'
import { NEW, useRouteDraft, type ToldRoute } from '@/ground/places/routes/use'

const TOLD: ToldRoute = {
  id: 'r-1',
  name: '3 栋楼内',
  stewardId: null,
  placeIds: ['p-1', 'p-2'],
  frequencies: {},
  active: true,
  version: 'v-1',
}

let asked: { method: string; path: string; body: Record<string, unknown> | null }[]
let refused: string | null

beforeEach(() => {
  freshPhone()
  asked = []
  refused = null
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit) => {
    const path = url.replace('/api/v1', '')
    asked.push({ method, path, body: body ? JSON.parse(String(body)) : null })
    if (method !== 'GET' && refused) {
      return Response.json({ code: refused, params: {} }, { status: 409 })
    }
    return Response.json(path.endsWith('/proposal') ? { placeIds: ['p-2', 'p-1'] } : [TOLD])
  })
})

const written = () => asked.filter(({ method }) => method !== 'GET')

async function edit(id = 'r-1') {
  const route = effectScope().run(() => useRouteDraft(id))!
  await vi.waitFor(() => expect(route.draft.value).not.toBeNull())
  return route
}

describe('a route that a person edits', () => {
  it('is saved whole, with the version that was read', async () => {
    const { change, dirty, save } = await edit()
    expect(dirty.value).toBe(false)

    change({ placeIds: ['p-2', 'p-1'], stewardId: 'x-1' })
    expect(dirty.value).toBe(true)

    expect(await save()).toBe(true)
    expect(written()).toEqual([
      {
        method: 'PUT',
        path: '/places/routes/r-1',
        body: {
          name: '3 栋楼内',
          stewardId: 'x-1',
          placeIds: ['p-2', 'p-1'],
          frequencies: {},
          active: true,
          version: 'v-1',
        },
      },
    ])
  })

  it('is changed as soon as a place is visited less often', async () => {
    const { change, dirty, save } = await edit()
    change({ frequencies: { 'p-2': 'daily' } })
    expect(dirty.value).toBe(true)

    await save()

    expect(written()[0]?.body).toMatchObject({ frequencies: { 'p-2': 'daily' } })
  })

  it('is the same when a place goes back to every round', async () => {
    const { change, dirty } = await edit()
    change({ frequencies: { 'p-2': 'every_round' } })
    expect(dirty.value).toBe(false)
  })

  it('keeps what was changed when somebody else was quicker, until the new order is read', async () => {
    const { change, save, load, draft, code, failed } = await edit()
    change({ placeIds: ['p-2', 'p-1'] })
    refused = 'places.changed_meanwhile'

    expect(await save()).toBe(false)
    expect(code.value).toBe('places.changed_meanwhile')
    expect(draft.value?.placeIds).toEqual(['p-2', 'p-1'])

    await load()
    expect(draft.value?.placeIds).toEqual(['p-1', 'p-2'])
    expect(failed.value).toBe('')
  })

  it('takes over the order proposed, but saves nothing by itself', async () => {
    const { propose, draft, dirty } = await edit()

    await propose()

    expect(draft.value?.placeIds).toEqual(['p-2', 'p-1'])
    expect(dirty.value).toBe(true)
    expect(written()).toEqual([])
  })

  it('is made when it is new', async () => {
    const { change, save } = await edit(NEW)
    change({ name: ' 外围 ', placeIds: ['p-9'] })

    await save()

    expect(written()[0]).toMatchObject({
      method: 'POST',
      path: '/places/routes',
      body: { name: '外围', stewardId: null, placeIds: ['p-9'] },
    })
  })
})
