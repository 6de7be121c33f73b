import { expect, it } from 'vitest'

import { restAfter } from '@/core/scan/pace'

const aiming = { took: 40, nothing: 8000, still: 0 }

it('does not rest while the label comes into view', () => {
  expect(restAfter({ ...aiming, nothing: 1000 })).toBe(0)
})

it('rests half as long as it looked when aiming takes long', () => {
  expect(restAfter(aiming)).toBe(20)
})

it('never keeps a person with a slow phone waiting', () => {
  expect(restAfter({ ...aiming, took: 900 })).toBe(150)
})

it('looks seldom once nothing was in view for long, or nothing moves', () => {
  expect(restAfter({ ...aiming, nothing: 25_000 })).toBe(300)
  expect(restAfter({ ...aiming, nothing: 1000, still: 2000 })).toBe(300)
})
