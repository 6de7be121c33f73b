import { expect, it } from 'vitest'

import { restAfter } from '@/core/scan/pace'

it('rests half as long as it looked while somebody aims', () => {
  expect(restAfter(40, 1000)).toBe(20)
})

it('never keeps a person with a slow phone waiting', () => {
  expect(restAfter(900, 1000)).toBe(150)
})

it('looks seldom once nothing was in view for long', () => {
  expect(restAfter(40, 25_000)).toBe(300)
})
