import { beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'

import { lastPageOf, rememberPages, someoneWasHere } from '@/shell/lastPage'

const page = { template: '<p />' }
let router: Router

beforeEach(() => {
  localStorage.clear()
  vi.useRealTimers()
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/queue', component: page },
      { path: '/scan', component: page },
      { path: '/sign-in', component: page, meta: { open: true } },
    ],
  })
  rememberPages(router, () => 'lin')
})

test('the app goes on where the same person left it', async () => {
  await router.push('/queue?all=1')
  expect(lastPageOf('lin')).toBe('/queue?all=1')
})

test('another person on the same phone does not come upon that page', async () => {
  await router.push('/queue')
  expect(lastPageOf('zhou')).toBeNull()
})

test('the camera and the sign-in page are never gone on with', async () => {
  await router.push('/queue')
  await router.push('/scan')
  await router.push('/sign-in')
  expect(lastPageOf('lin')).toBe('/queue')
})

test('the next morning begins with the day', async () => {
  await router.push('/queue')
  vi.useFakeTimers({ now: Date.now() + 9 * 3_600_000 })
  expect(lastPageOf('lin')).toBeNull()
})

test('nonsense in the place is no last page', () => {
  localStorage.setItem('rounds.lastPage', '{')
  expect(lastPageOf('lin')).toBeNull()
})

test('a phone on which nobody worked yet begins with the sign-in', async () => {
  await router.push('/sign-in')
  expect(someoneWasHere()).toBe(false)
  await router.push('/queue')
  expect(someoneWasHere()).toBe(true)
})
